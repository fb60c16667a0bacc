package dev.yiben.formats.pdf.page;

import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/** Makes glyphs, with their places in upright space. */
final class GlyphMaker {
  /** Text slanted by more than this, as the sine of the angle, is italic. */
  private static final double SLANT = 0.12;

  /** Text is not smaller than this, in points. */
  private static final double LEAST_SIZE = 0.05;

  private static final double MOST_SIZE = 100_000;

  private Direction direction = Direction.HORIZONTAL;
  private double cosine = 1;
  private double sine;

  /**
   * Makes a glyph.
   *
   * @param rendering turns text space at font size 1 into the page
   * @param origin where the horizontal origin is, from the vertical one; null if not vertical
   * @param along how far the glyph advances, in units of the font size
   */
  Draft make(
      FontReading font,
      int code,
      Matrix rendering,
      Vector origin,
      float along,
      Paint paint,
      Place place,
      StreamScan.Mark mark) {
    double a = rendering.getScaleX();
    double b = rendering.getShearY();
    double c = rendering.getShearX();
    double d = rendering.getScaleY();
    double across = Math.hypot(a, b);
    double up = Math.hypot(c, d);
    double area = a * d - b * c;
    double unit = across == 0 ? 0 : Math.abs(area) / across;
    double size = unit * font.em();
    boolean visible = size > LEAST_SIZE && size < MOST_SIZE && across < MOST_SIZE;
    boolean vertical = origin != null;
    if (visible) {
      turn(Math.toDegrees(Math.atan2(b, a)) - (vertical ? 90 : 0), vertical);
    }
    double x = rendering.getTranslateX() * cosine + rendering.getTranslateY() * sine;
    double y = rendering.getTranslateY() * cosine - rendering.getTranslateX() * sine;
    double advance = vertical ? -along * up : along * across;
    GlyphFont look = font.look(false, false);
    double above = vertical ? size / 2 : look.ascent() * size;
    double below = vertical ? size / 2 : look.descent() * size;
    Box box = new Box(Math.min(x, x + advance), y - below, Math.max(x, x + advance), y + above);
    if (vertical) {
      rendering.translate(origin);
    }
    Glyph glyph =
        new Glyph(
            -1,
            font.text(code),
            box,
            y,
            size,
            direction,
            look,
            paint,
            rendering,
            place,
            mark.id(),
            mark.artifact());
    boolean slanted = visible && Math.abs(a * c + b * d) > SLANT * across * up;
    return new Draft(glyph, font, slanted, rule(visible, area < 0 && !font.isDrawn()));
  }

  private static String rule(boolean visible, boolean mirrored) {
    if (!visible) {
      return "invisible-text";
    }
    return mirrored ? "mirrored-text" : null;
  }

  private void turn(double angle, boolean vertical) {
    int degrees = Math.floorMod((int) Math.round(angle), 360);
    if (degrees != direction.degrees() || vertical != direction.vertical()) {
      direction = new Direction(degrees, vertical);
      cosine = Math.cos(Math.toRadians(degrees));
      sine = Math.sin(Math.toRadians(degrees));
    }
  }
}
