package dev.yiben.formats.pdf.page;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;

/** The boxes of the parts of a path that is being built. */
final class PathBoxes {
  /** A box thinner than this is a line, in points. */
  private static final double RULE_WIDTH = 3;

  /** No path that anybody reads has more. */
  private static final int MOST_PARTS = 100_000;

  private final List<Part> done = new ArrayList<>();
  private Box open;
  private boolean begun;

  /**
   * A part of a path.
   *
   * @param rectangle whether it fills its box
   */
  record Part(Box box, boolean rectangle) {
    Shape.Kind kind() {
      boolean thin = Math.min(box.width(), box.height()) < RULE_WIDTH;
      return thin ? Shape.Kind.RULE : Shape.Kind.AREA;
    }
  }

  /** Begins another part. */
  void begin(double x, double y) {
    end(false);
    open = new Box(x, y, x, y);
  }

  /** Goes on with the part. */
  void extend(double x, double y) {
    Box point = new Box(x, y, x, y);
    open = open == null ? point : open.union(point);
    begun = true;
  }

  /** Adds a rectangle, by its corners from one to the next. */
  void rectangle(Point2D... corners) {
    end(false);
    for (Point2D corner : corners) {
      extend(corner.getX(), corner.getY());
    }
    double across = Math.abs(corners[0].getX() - corners[1].getX());
    double up = Math.abs(corners[0].getY() - corners[1].getY());
    end(Math.min(across, up) < 0.01);
  }

  private void end(boolean rectangle) {
    // A part of one point that goes nowhere draws nothing.
    if (open != null && begun && done.size() < MOST_PARTS) {
      done.add(new Part(open, rectangle));
    }
    open = null;
    begun = false;
  }

  /** Returns all parts, and forgets them. */
  List<Part> take() {
    end(false);
    List<Part> parts = List.copyOf(done);
    done.clear();
    return parts;
  }
}
