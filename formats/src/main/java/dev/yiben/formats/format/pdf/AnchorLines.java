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
    Map<Integer, Map<Double, Box>> anchors = new LinkedHashMap<>();
    for (Placed one : placed) {
      if (one.frame() == frame && one.anchor() >= 0) {
        double height = one instanceof Placed.Text text ? text.size() : size;
        Box box =
            new Box(one.x(), one.y() - DESCENT * height, one.right(), one.y() + ASCENT * height);
        anchors
            .computeIfAbsent(one.anchor(), key -> new LinkedHashMap<>())
            .merge(one.y(), box, Box::union);
      }
    }
    Map<Integer, List<Box>> lines = new LinkedHashMap<>();
    anchors.forEach((anchor, boxes) -> lines.put(anchor, new ArrayList<>(boxes.values())));
    return lines;
  }
}
