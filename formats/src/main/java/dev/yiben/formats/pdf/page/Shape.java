package dev.yiben.formats.pdf.page;

/**
 * Something on a page that is not text.
 *
 * @param box around it, on the page, in points
 * @param kind what it is
 */
public record Shape(Box box, Kind kind) {
  /** What a shape is. */
  public enum Kind {
    /** A line, or a box as thin as one. */
    RULE,
    /** A filled or outlined area, or part of a drawing. */
    AREA,
    /** A picture. */
    PICTURE
  }
}
