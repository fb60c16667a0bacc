package dev.yiben.formats.format.pdf;

import dev.yiben.formats.pdf.page.Box;
import dev.yiben.formats.pdf.typeset.Placed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The boxes of anchor texts in a frame, in upright space, one for each line. */
final class AnchorLines {
  private static final double ASCENT = 0.85;
  private static final double DESCENT = 0.25;

  private AnchorLines() {}

  /**
   * Returns the lines of all anchor texts in a frame, by the number of their anchor.
   *
   * @param size of drawings, in points
   */
  static Map<Integer, List<Box>> of(List<Placed> placed, int frame, double size) {
    Map<Integer, List<Box>> lines = new LinkedHashMap<>();
    for (Placed one : placed) {
      if (one.frame() == frame && one.anchor() >= 0) {
        double height = one instanceof Placed.Text text ? text.size() : size;
        Box box =
            new Box(one.x(), one.y() - DESCENT * height, one.right(), one.y() + ASCENT * height);
        add(box, lines.computeIfAbsent(one.anchor(), key -> new ArrayList<>()));
      }
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
