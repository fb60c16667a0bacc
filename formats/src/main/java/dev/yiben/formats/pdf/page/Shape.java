package dev.yiben.formats.pdf.page;

/**
 * Something on a page that is not text.
 *
 * @param box around as much of it as is seen, on the page, in points
 * @param kind what it is
 * @param rgb its colour as nearly as it can be told, as 0xRRGGBB; 0 for a picture
 * @param stroked whether it is an outline and not filled
 * @param order how many glyphs of {@link PageContent#glyphs} are drawn before it
 */
public record Shape(Box box, Kind kind, int rgb, boolean stroked, int order) {
  /** What a shape is. */
  public enum Kind {
    /** A straight line, or a box as thin as one. */
    RULE,
    /** A filled or outlined area, or part of a drawing. */
    AREA,
    /** A picture. */
    PICTURE
  }

  /** Creates a black shape that is drawn before all text. */
  public Shape(Box box, Kind kind) {
    this(box, kind, 0, false, 0);
  }

  /** Returns the same shape with another order. */
  Shape ordered(int other) {
    return new Shape(box, kind, rgb, stroked, other);
  }

  /** Returns the same shape with another box. */
  public Shape at(Box other) {
    return new Shape(other, kind, rgb, stroked, order);
  }
}
