package dev.yiben.formats.format.pdf;

import dev.yiben.formats.pdf.page.Box;
import dev.yiben.formats.pdf.typeset.Placed;
import java.util.ArrayList;
import java.util.List;

/** The boxes of an anchor text, in upright space, one for each line. */
final class AnchorLines {
  private static final double ASCENT = 0.85;
  private static final double DESCENT = 0.25;

  private AnchorLines() {}

  /**
   * Returns the lines of an anchor text.
   *
   * @param anchor what it consists of
   * @param size of drawings, in points
   */
  static List<Box> of(List<Placed> anchor, double size) {
    List<Box> lines = new ArrayList<>();
    for (Placed one : anchor) {
      double height = one instanceof Placed.Text text ? text.size() : size;
      add(
          new Box(one.x(), one.y() - DESCENT * height, one.right(), one.y() + ASCENT * height),
          lines);
    }
    return lines;
  }

  /** Adds a box to the line that it is on, if only raised or lowered. */
  private static void add(Box box, List<Box> lines) {
    for (int i = 0; i < lines.size(); i++) {
      Box line = lines.get(i);
      double common = line.intersection(box).height();
      if (2 * common > Math.min(line.height(), box.height())) {
        lines.set(i, line.union(box));
        return;
      }
    }
    lines.add(box);
  }
}
