package dev.yiben.formats.format.pdf;

import dev.yiben.formats.document.Role;
import dev.yiben.formats.pdf.page.Direction;
import dev.yiben.formats.pdf.typeset.Frame;
import java.util.Optional;

/**
 * A paragraph of a page, without its glyphs, which do not stay in memory.
 *
 * @param page number of the page, from 0
 * @param number place among the paragraphs of the page
 * @param role what it is
 * @param direction in which it runs
 * @param text what it reads as
 * @param frame where it stands
 * @param keepRule why it stays as it is; empty if it is to be translated
 * @param goesOn whether it looks as if it went on in another column or on the next page
 * @param hasBegun whether it looks as if it had begun there
 */
record Part(
    int page,
    int number,
    Role role,
    Direction direction,
    ParagraphText text,
    Frame frame,
    Optional<String> keepRule,
    boolean goesOn,
    boolean hasBegun) {

  /** Returns this part reading otherwise. */
  Part with(ParagraphText other) {
    return new Part(page, number, role, direction, other, frame, keepRule, goesOn, hasBegun);
  }
}
