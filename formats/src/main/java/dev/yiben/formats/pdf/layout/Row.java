package dev.yiben.formats.pdf.layout;

import dev.yiben.formats.pdf.page.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Pieces of lines that stand beside each other.
 *
 * @param pieces from the left; never empty
 */
record Row(List<Line> pieces) {
  Row {
    pieces = List.copyOf(pieces);
  }

  /** Returns the rows that pieces of lines make, from the top down. */
  static List<Row> of(List<Line> pieces) {
    List<Line> sorted = new ArrayList<>(pieces);
    sorted.sort(Comparator.comparingDouble((Line piece) -> -piece.baseline()));
    List<Row> rows = new ArrayList<>();
    List<Line> open = new ArrayList<>();
    for (Line piece : sorted) {
      if (!open.isEmpty() && !isBeside(open.get(0), piece)) {
        rows.add(row(open));
        open.clear();
      }
      open.add(piece);
    }
    if (!open.isEmpty()) {
      rows.add(row(open));
    }
    return rows;
  }

  private static boolean isBeside(Line one, Line other) {
    return one.baseline() - other.baseline() < 0.4 * Math.min(one.size(), other.size());
  }

  private static Row row(List<Line> pieces) {
    return new Row(
        pieces.stream().sorted(Comparator.comparingDouble(piece -> piece.box().left())).toList());
  }

  Box box() {
    return Line.box(pieces);
  }

  double baseline() {
    return pieces.get(0).baseline();
  }

  double size() {
    return pieces.get(0).size();
  }
}
