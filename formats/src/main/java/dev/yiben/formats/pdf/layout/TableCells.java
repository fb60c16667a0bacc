package dev.yiben.formats.pdf.layout;

import dev.yiben.formats.document.Role;
import dev.yiben.formats.pdf.page.Box;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes cells of rows whose columns are known; a cell may go on in rows below. */
final class TableCells {
  /** Lines of one cell are no further apart, in em. */
  private static final double TIGHT = 1.4;

  private final List<Row> rows;
  private final Columns columns;

  TableCells(List<Row> rows, Columns columns) {
    this.rows = List.copyOf(rows);
    this.columns = columns;
  }

  /** A row of cells, each of several lines or none. */
  private record Cells(List<List<Line>> cells) {
    boolean has(int column) {
      return !cells.get(column).isEmpty();
    }

    Line last(int column) {
      return cells.get(column).get(cells.get(column).size() - 1);
    }

    double bottom() {
      return cells.stream()
          .flatMap(List::stream)
          .mapToDouble(line -> line.box().bottom())
          .min()
          .orElse(0);
    }

    double top() {
      return cells.stream()
          .flatMap(List::stream)
          .mapToDouble(line -> line.box().top())
          .max()
          .orElse(0);
    }
  }

  /** Returns a line of words that stand in a row. */
  static Line line(List<Word> words, Row row) {
    for (Line piece : row.pieces()) {
      if (piece.words().equals(words)) {
        return piece;
      }
    }
    boolean begun = false;
    List<Word> spaced = new ArrayList<>();
    for (Word word : words) {
      Line own =
          row.pieces().stream()
              .filter(line -> line.words().contains(word))
              .findFirst()
              .orElseThrow();
      boolean begins = begun && own.words().get(0).equals(word);
      spaced.add(new Word(word.glyphs(), word.kind(), begins || word.spaceBefore()));
      begun = true;
    }
    return new Line(
        spaced,
        words.stream().map(Word::box).reduce(Box::union).orElseThrow(),
        row.baseline(),
        row.size());
  }

  List<Block> blocks() {
    List<Cells> table = new ArrayList<>();
    for (Row row : rows) {
      List<List<Line>> cells = new ArrayList<>();
      for (List<Word> words : columns.words(row)) {
        cells.add(words.isEmpty() ? new ArrayList<>() : new ArrayList<>(List.of(line(words, row))));
      }
      Cells own = new Cells(cells);
      if (!table.isEmpty() && goesOn(table.get(table.size() - 1), own)) {
        Cells above = table.get(table.size() - 1);
        for (int i = 0; i < columns.count(); i++) {
          above.cells().get(i).addAll(own.cells().get(i));
        }
      } else {
        table.add(own);
      }
    }
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < table.size(); i++) {
      double bottom = i + 1 < table.size() ? table.get(i + 1).top() : table.get(i).bottom();
      for (int column = 0; column < columns.count(); column++) {
        if (table.get(i).has(column)) {
          blocks.add(block(table.get(i).cells().get(column), column, bottom));
        }
      }
    }
    return blocks;
  }

  /** Returns whether a row has nothing but the further lines of cells above. */
  private boolean goesOn(Cells above, Cells own) {
    boolean reaches = false;
    if (own.has(0)) {
      return false;
    }
    for (int column = 0; column < columns.count(); column++) {
      if (own.has(column)) {
        if (!above.has(column)) {
          return false;
        }
        Line line = own.cells().get(column).get(0);
        Line last = above.last(column);
        if (last.baseline() - line.baseline() > TIGHT * last.size()
            || Math.abs(last.size() - line.size()) > 0.1 * last.size()
            || line.text().codePoints().noneMatch(Character::isLetter)) {
          return false;
        }
        reaches |= last.box().width() > 0.6 * columns.stretches().get(column).length();
      }
    }
    return reaches;
  }

  private Block block(List<Line> lines, int column, double bottom) {
    Box box = Line.box(lines);
    double right =
        column + 1 < columns.count()
            ? columns.stretches().get(column + 1).from() - 0.6 * lines.get(0).size()
            : columns.stretches().get(column).to();
    Box cell =
        new Box(
            Math.min(box.left(), columns.stretches().get(column).from()),
            Math.min(box.bottom(), bottom),
            Math.max(box.right(), right),
            box.top());
    return new Block(Role.TABLE_CELL, lines, true, Optional.of(cell), Optional.empty());
  }
}
