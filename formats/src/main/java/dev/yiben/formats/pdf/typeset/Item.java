package dev.yiben.formats.pdf.typeset;

/** Something to set. */
public sealed interface Item {

  /**
   * Text of one look.
   *
   * @param text in the order of characters
   * @param look what it looks like
   * @param anchor number of the link that it belongs to, which the caller knows; -1 for none
   */
  record Text(String text, Look look, int anchor) implements Item {}

  /**
   * A drawing that stands among text like a character.
   *
   * @param code number of the drawing, which the caller knows
   * @param width in points at the size of the source
   * @param ascent height above the baseline, in points
   * @param descent depth below the baseline, in points, positive
   * @param anchor number of the link that it belongs to; -1 for none
   */
  record Inset(int code, double width, double ascent, double descent, int anchor) implements Item {}
}
