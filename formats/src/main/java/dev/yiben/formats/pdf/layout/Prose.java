package dev.yiben.formats.pdf.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds lines of running text: at least three below each other, most of them full. */
final class Prose {
  private static final int FEWEST_LINES = 3;

  /** A line of running text is at least so many em wide. */
  private static final double NARROWEST = 9;

  private Prose() {}

  static Set<Line> of(List<Line> pieces) {
    List<Row> rows = Row.of(pieces);
    Map<Line, Line> below = new HashMap<>();
    Set<Line> followers = new HashSet<>();
    for (int i = 0; i < rows.size(); i++) {
      for (Line piece : rows.get(i).pieces()) {
        Line next = below(piece, rows, i, followers);
        if (next != null) {
          below.put(piece, next);
          followers.add(next);
        }
      }
    }
    Set<Line> prose = new HashSet<>();
    for (Row row : rows) {
      for (Line piece : row.pieces()) {
        if (!followers.contains(piece)) {
          List<Line> stack = new ArrayList<>();
          for (Line line = piece; line != null; line = below.get(line)) {
            stack.add(line);
          }
          if (isProse(stack)) {
            prose.addAll(stack);
          }
        }
      }
    }
    return prose;
  }

  private static Line below(Line piece, List<Row> rows, int row, Set<Line> taken) {
    for (int i = row + 1; i < rows.size(); i++) {
      if (piece.baseline() - rows.get(i).baseline() > 2 * piece.size()) {
        return null;
      }
      for (Line next : rows.get(i).pieces()) {
        double common =
            Math.min(piece.box().right(), next.box().right())
                - Math.max(piece.box().left(), next.box().left());
        if (common > 0.5 * Math.min(piece.box().width(), next.box().width())) {
          boolean alike =
              Math.abs(piece.box().left() - next.box().left()) < 3 * piece.size()
                  && Math.abs(piece.size() - next.size()) < 0.15 * piece.size()
                  && !taken.contains(next);
          return alike ? next : null;
        }
      }
    }
    return null;
  }

  private static boolean isProse(List<Line> stack) {
    if (stack.size() < FEWEST_LINES) {
      return false;
    }
    double widest = stack.stream().mapToDouble(line -> line.box().width()).max().orElseThrow();
    double size = stack.get(0).size();
    long full = stack.stream().filter(line -> line.box().width() > 0.8 * widest).count();
    return widest > NARROWEST * size && full >= 0.6 * stack.size() && !hasGutter(stack);
  }

  /** Returns whether a gap runs through all lines, which are rows of a table then. */
  private static boolean hasGutter(List<Line> stack) {
    Columns columns = Columns.of(new Row(List.of(stack.get(0))));
    for (Line line : stack) {
      columns = columns.with(Columns.of(new Row(List.of(line))), line.size());
      if (columns.count() == 1) {
        return false;
      }
    }
    return true;
  }
}
