package dev.yiben.formats.pdf.page;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;

/**
 * The direction in which text runs on a page.
 *
 * <p>Its <em>upright space</em> is the page turned so that the text runs to the right; lines then
 * follow each other downwards. That holds for vertical writing too, whose columns become lines of
 * glyphs that lie on their sides. All layout is done in upright space.
 *
 * @param degrees angle of the direction of running, counterclockwise from the page's x axis, from 0
 *     to 359; 270 for vertical writing on a page that is not rotated
 * @param vertical whether glyphs stand across the direction of running
 */
public record Direction(int degrees, boolean vertical) {
  /** From left to right. */
  public static final Direction HORIZONTAL = new Direction(0, false);

  public Direction {
    if (degrees < 0 || degrees >= 360) {
      throw new IllegalArgumentException("Not an angle: " + degrees);
    }
  }

  /** Returns what turns points of the page into those of upright space. */
  public AffineTransform toUpright() {
    return AffineTransform.getRotateInstance(Math.toRadians(-degrees));
  }

  /** Returns what turns points of upright space into those of the page. */
  public AffineTransform toPage() {
    return AffineTransform.getRotateInstance(Math.toRadians(degrees));
  }

  /** Returns the box in upright space around a box of the page. */
  public Box upright(Box onPage) {
    return degrees == 0 ? onPage : turned(onPage, toUpright());
  }

  /** Returns the box on the page around a box of upright space. */
  public Box onPage(Box upright) {
    return degrees == 0 ? upright : turned(upright, toPage());
  }

  private static Box turned(Box box, AffineTransform turn) {
    Rectangle2D bounds =
        turn.createTransformedShape(
                new Rectangle2D.Double(box.left(), box.bottom(), box.width(), box.height()))
            .getBounds2D();
    return new Box(bounds.getMinX(), bounds.getMinY(), bounds.getMaxX(), bounds.getMaxY());
  }
}
