package dev.yiben.formats.format.pdf;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.pdf.typeset.Look;
import java.util.Map;

/**
 * The text of a paragraph.
 *
 * @param source the text with codes
 * @param base what text outside of codes looks like
 * @param glyph index of a glyph of the page that is painted as text outside of codes is
 * @param meanings what the codes stand for, by their number
 */
record ParagraphText(CodedText source, Look base, int glyph, Map<Integer, Meaning> meanings) {
  ParagraphText {
    meanings = Map.copyOf(meanings);
  }
}
