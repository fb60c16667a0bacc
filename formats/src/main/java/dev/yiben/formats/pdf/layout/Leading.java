package dev.yiben.formats.pdf.layout;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How far the baselines of lines are apart that follow each other, by the size of their text. */
final class Leading {
  /** What is further apart, in em, says nothing about leading. */
  private static final double WIDEST = 2.6;

  private final Map<Long, Double> bySize;

  private Leading(Map<Long, Double> bySize) {
    this.bySize = bySize;
  }

  static Leading of(List<Line> lines) {
    Map<Long, Map<Long, Integer>> counts = new HashMap<>();
    for (int i = 1; i < lines.size(); i++) {
      Line line = lines.get(i - 1);
      Line next = lines.get(i);
      double drop = line.baseline() - next.baseline();
      if (line.sameSize(next) && drop > 0.5 * line.size() && drop < WIDEST * line.size()) {
        counts
            .computeIfAbsent(key(line.size()), key -> new HashMap<>())
            .merge(Math.round(drop * 4), 1, Integer::sum);
      }
    }
    Map<Long, Double> bySize = new HashMap<>();
    counts.forEach((size, drops) -> bySize.put(size, most(drops) / 4.0));
    return new Leading(bySize);
  }

  /**
   * Returns the drop that is counted most often, those a little off included; the least of several.
   */
  private static long most(Map<Long, Integer> drops) {
    long best = 0;
    int most = 0;
    for (long drop : drops.keySet().stream().sorted().toList()) {
      int count =
          drops.get(drop) + drops.getOrDefault(drop - 1, 0) + drops.getOrDefault(drop + 1, 0);
      if (count > most) {
        most = count;
        best = drop;
      }
    }
    return best;
  }

  private static long key(double size) {
    return Math.round(size);
  }

  /** Returns the usual drop between lines of a size; what is common if there are no two. */
  double at(double size) {
    return bySize.getOrDefault(key(size), 1.2 * size);
  }
}
