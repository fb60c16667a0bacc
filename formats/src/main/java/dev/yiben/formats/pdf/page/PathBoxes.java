package dev.yiben.formats.pdf.page;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;

/** The parts of a path that is being built, by their boxes. */
final class PathBoxes {
  /** A box thinner than this is a line, in points. */
  private static final double RULE_WIDTH = 3;

  /** A line that leaves its direction by no more than this is straight, in points. */
  private static final double STRAIGHT = 0.5;

  /** No path that anybody reads has more. */
  private static final int MOST_PARTS = 100_000;

  private final List<Part> done = new ArrayList<>();
  private final List<Box> pieces = new ArrayList<>();
  private Box open;
  private double x;
  private double y;
  private double startX;
  private double startY;
  private boolean straight;

  /**
   * A part of a path.
   *
   * @param rectangle whether it fills its box
   * @param lines the lines that it consists of; empty if there are others than level and upright
   *     ones
   */
  record Part(Box box, boolean rectangle, List<Box> lines) {
    boolean isThin() {
      return Math.min(box.width(), box.height()) < RULE_WIDTH;
    }
  }

  /** Begins another part. */
  void begin(double toX, double toY) {
    end(false);
    x = toX;
    y = toY;
    startX = toX;
    startY = toY;
  }

  /** Goes back to where the part began. */
  void close() {
    if (open != null) {
      line(startX, startY);
    }
  }

  /** Goes on with a straight line. */
  void line(double toX, double toY) {
    Box piece = piece(toX, toY);
    straight &= Math.min(piece.width(), piece.height()) <= STRAIGHT;
    if (straight && pieces.size() < MOST_PARTS) {
      pieces.add(piece);
    }
    x = toX;
    y = toY;
  }

  /** Goes on with a curve, which bends towards a point that it does not reach. */
  void bend(double toX, double toY) {
    piece(toX, toY);
    straight = false;
  }

  private Box piece(double toX, double toY) {
    Box piece = new Box(Math.min(x, toX), Math.min(y, toY), Math.max(x, toX), Math.max(y, toY));
    straight |= open == null;
    open = open == null ? piece : open.union(piece);
    return piece;
  }

  /** Adds a rectangle, by its corners from one to the next. */
  void rectangle(Point2D... corners) {
    begin(corners[0].getX(), corners[0].getY());
    for (int i = 1; i < corners.length; i++) {
      line(corners[i].getX(), corners[i].getY());
    }
    // Its outline is told by its box.
    boolean level = straight;
    straight = false;
    end(level);
  }

  private void end(boolean rectangle) {
    // A part of one point that goes nowhere draws nothing.
    if (open != null && done.size() < MOST_PARTS) {
      done.add(new Part(open, rectangle, straight ? List.copyOf(pieces) : List.of()));
    }
    open = null;
    straight = false;
    pieces.clear();
  }

  /** Returns all parts, and forgets them. */
  List<Part> take() {
    end(false);
    List<Part> parts = List.copyOf(done);
    done.clear();
    return parts;
  }
}
