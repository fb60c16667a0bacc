package dev.yiben.formats.pdf.score;

import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * The text of a segment on a page, before and after translation.
 *
 * @param id the segment
 * @param before glyphs of the source, in the order of the text
 * @param after glyphs of the target, in the order of the text
 */
record Block(String id, List<Integer> before, List<Integer> after) {

  /** Returns how much of the places of both texts is common to them, from 0 to 1. */
  static double overlap(Area before, Area after) {
    Area common = new Area(before);
    common.intersect(after);
    double shared = size(common);
    return shared / Math.max(1e-9, size(before) + size(after) - shared);
  }

  /** Returns the area of a shape of straight lines, by the formula of Gauss. */
  static double size(Area area) {
    double[] point = new double[6];
    double sum = 0;
    double x = 0;
    double y = 0;
    double startX = 0;
    double startY = 0;
    for (var path = area.getPathIterator(null); !path.isDone(); path.next()) {
      switch (path.currentSegment(point)) {
        case java.awt.geom.PathIterator.SEG_MOVETO -> {
          startX = point[0];
          startY = point[1];
        }
        case java.awt.geom.PathIterator.SEG_CLOSE -> {
          sum += x * startY - startX * y;
          point[0] = startX;
          point[1] = startY;
        }
        default -> sum += x * point[1] - point[0] * y;
      }
      x = point[0];
      y = point[1];
    }
    return Math.abs(sum) / 2;
  }

  /** Returns the place of a text: boxes around its lines, one for each column. */
  static Area place(List<ShownGlyph> text) {
    Area place = new Area();
    if (text.isEmpty()) {
      return place;
    }
    AffineTransform upright =
        AffineTransform.getRotateInstance(-Math.toRadians(text.get(0).angle()));
    Rectangle2D column = null;
    Rectangle2D line = null;
    for (ShownGlyph glyph : text) {
      Rectangle2D box = upright.createTransformedShape(glyph.box()).getBounds2D();
      if (line != null
          && Math.abs(box.getCenterY() - line.getCenterY()) < 0.6 * glyph.size()
          && gap(box, line) < 4 * glyph.size()) {
        line = line.createUnion(box);
        continue;
      }
      column = join(column, line, glyph.size(), place);
      line = box;
    }
    column = join(column, line, text.get(0).size(), place);
    place.add(new Area(column));
    return place;
  }

  private static double gap(Rectangle2D one, Rectangle2D other) {
    return Math.max(one.getMinX() - other.getMaxX(), other.getMinX() - one.getMaxX());
  }

  /** Adds a line to the column that it continues, or begins another. */
  private static Rectangle2D join(Rectangle2D column, Rectangle2D line, double size, Area place) {
    if (column == null || line == null) {
      return column == null ? line : column;
    }
    boolean follows =
        gap(column, line) < size
            && line.getCenterY() < column.getMinY() + size
            && line.getMaxY() > column.getMinY() - 3 * size;
    if (follows) {
      return column.createUnion(line);
    }
    place.add(new Area(column));
    return line;
  }
}
