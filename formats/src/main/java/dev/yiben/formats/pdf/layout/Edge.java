package dev.yiben.formats.pdf.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A straight line along one axis.
 *
 * @param at where it is on the other axis
 * @param from its lower end
 * @param to its upper end
 */
record Edge(double at, double from, double to) {

  double length() {
    return to - from;
  }

  /** Returns whether it runs along at least so much of a stretch. */
  boolean covers(double start, double end, double share) {
    return Math.min(to, end) - Math.max(from, start) >= share * (end - start);
  }

  /** Returns whether a line along the other axis meets it, but for so many points. */
  boolean meets(Edge across, double tolerance) {
    return across.at >= from - tolerance
        && across.at <= to + tolerance
        && at >= across.from - tolerance
        && at <= across.to + tolerance;
  }

  /** Joins lines that lie on each other or go on from each other, but for so many points. */
  static List<Edge> joined(List<Edge> edges, double tolerance, double gap) {
    List<Edge> sorted = new ArrayList<>(edges);
    sorted.sort(Comparator.comparingDouble(Edge::at).thenComparingDouble(Edge::from));
    List<Edge> joined = new ArrayList<>();
    int start = 0;
    while (start < sorted.size()) {
      int end = start + 1;
      while (end < sorted.size() && sorted.get(end).at - sorted.get(start).at <= tolerance) {
        end++;
      }
      joinLine(sorted.subList(start, end), gap, joined);
      start = end;
    }
    return joined;
  }

  private static void joinLine(List<Edge> sameLine, double gap, List<Edge> joined) {
    double weighted = 0;
    double lengths = 0;
    for (Edge edge : sameLine) {
      weighted += edge.at * (edge.length() + 1);
      lengths += edge.length() + 1;
    }
    double at = weighted / lengths;
    List<Edge> pieces = new ArrayList<>(sameLine);
    pieces.sort(Comparator.comparingDouble(Edge::from));
    double from = pieces.get(0).from;
    double to = pieces.get(0).to;
    for (Edge piece : pieces) {
      if (piece.from > to + gap) {
        joined.add(new Edge(at, from, to));
        from = piece.from;
      }
      to = Math.max(to, piece.to);
    }
    joined.add(new Edge(at, from, to));
  }
}
