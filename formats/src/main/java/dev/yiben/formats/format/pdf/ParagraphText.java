package dev.yiben.formats.format.pdf;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.pdf.typeset.Look;
import java.util.List;
import java.util.Map;

/**
 * The text of a paragraph.
 *
 * @param source the text with codes
 * @param base what text outside of codes looks like
 * @param font name of the font of text outside of codes
 * @param glyph index of a glyph of the page that is painted as text outside of codes is
 * @param meanings what the codes stand for, by their number
 * @param links numbers of the links of the page that the whole text is the anchor of; mostly none
 */
record ParagraphText(
    CodedText source,
    Look base,
    String font,
    int glyph,
    Map<Integer, Meaning> meanings,
    List<Integer> links) {
  ParagraphText {
    meanings = Map.copyOf(meanings);
    links = List.copyOf(links);
  }
}
