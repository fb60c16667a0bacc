package dev.yiben.formats.pdf.layout;

import dev.yiben.formats.pdf.page.Box;
import dev.yiben.formats.pdf.page.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Finds tables and frames by the lines and the fillings that part their cells. */
final class RuledTables {
  /** Lines this near to each other are one, in points. */
  private static final double SAME_LINE = 2;

  /** Lines that end this near to another one meet it, in points. */
  private static final double MEETING = 3;

  /** Fillings this near to each other are one, in points. */
  private static final double TOUCHING = 0.6;

  /** Of more frames it is not asked which lie across others. */
  private static final int MOST_FRAMES = 2_000;

  private static final double SHORTEST_LINE = 6;
  private static final double SMALLEST_CELL = 4;

  /** Drawings that have more lines than that are no tables. */
  private static final int MOST_LINES = 4_000;

  private static final int MOST_CELLS = 40_000;

  private final List<Edge> across;
  private final List<Edge> down;

  private RuledTables(List<Edge> across, List<Edge> down) {
    this.across = across;
    this.down = down;
  }

  /**
   * Finds tables and frames.
   *
   * @param shapes what the page draws beside text, in upright space
   * @param page the page in upright space
   */
  static List<Table> find(List<Shape> shapes, Box page) {
    List<Edge> across = new ArrayList<>();
    List<Edge> down = new ArrayList<>();
    List<Shape> areas = new ArrayList<>();
    for (Shape shape : shapes) {
      Box box = shape.box();
      switch (shape.kind()) {
        case RULE -> {
          if (box.width() >= box.height()) {
            across.add(new Edge(box.centerY(), box.left(), box.right()));
          } else {
            down.add(new Edge(box.centerX(), box.bottom(), box.top()));
          }
        }
        case AREA -> {
          if (isFrame(box, page)) {
            areas.add(shape);
          }
        }
        case PICTURE -> {}
      }
    }
    List<Box> boxes = stacked(areas);
    List<Table> frames = new ArrayList<>();
    for (Box box : boxes) {
      if (boxes.size() < MOST_FRAMES && boxes.stream().anyMatch(other -> liesAcross(box, other))) {
        frames.add(new Table(box, List.of(box)));
        continue;
      }
      across.add(new Edge(box.bottom(), box.left(), box.right()));
      across.add(new Edge(box.top(), box.left(), box.right()));
      down.add(new Edge(box.left(), box.bottom(), box.top()));
      down.add(new Edge(box.right(), box.bottom(), box.top()));
    }
    frames.addAll(new RuledTables(lines(across), lines(down)).find());
    return frames;
  }

  /** Returns whether one box lies partly over another, as boxes of a drawing do. */
  private static boolean liesAcross(Box box, Box other) {
    return box.intersects(other)
        && box.intersection(other).area() > 0.03 * Math.min(box.area(), other.area())
        && !box.contains(other, MEETING)
        && !other.contains(box, MEETING);
  }

  /**
   * Joins fillings of one colour that stand on each other like the lines of a listing: they part
   * nothing.
   */
  private static List<Box> stacked(List<Shape> areas) {
    List<Shape> sorted = new ArrayList<>(areas);
    sorted.sort(
        Comparator.comparing(Shape::stroked)
            .thenComparingInt(Shape::rgb)
            .thenComparingLong(area -> Math.round(area.box().left()))
            .thenComparingLong(area -> Math.round(area.box().right()))
            .thenComparingDouble(area -> area.box().bottom()));
    List<Box> stacked = new ArrayList<>();
    Shape last = null;
    for (Shape area : sorted) {
      Box box = area.box();
      Box below = stacked.isEmpty() ? null : stacked.get(stacked.size() - 1);
      if (last != null
          && !area.stroked()
          && !last.stroked()
          && area.rgb() == last.rgb()
          && Math.abs(below.left() - box.left()) < TOUCHING
          && Math.abs(below.right() - box.right()) < TOUCHING
          && Math.abs(below.top() - box.bottom()) < TOUCHING) {
        stacked.set(stacked.size() - 1, below.union(box));
      } else {
        stacked.add(box);
      }
      last = area;
    }
    return stacked;
  }

  private static boolean isFrame(Box box, Box page) {
    return box.width() > 2 * SHORTEST_LINE
        && box.height() > SHORTEST_LINE
        && box.intersection(page).area() < 0.85 * page.area();
  }

  private static List<Edge> lines(List<Edge> edges) {
    return Edge.joined(edges, SAME_LINE, MEETING).stream()
        .filter(edge -> edge.length() >= SHORTEST_LINE)
        .toList();
  }

  private List<Table> find() {
    if (across.size() > MOST_LINES || down.size() > MOST_LINES) {
      return List.of();
    }
    Groups groups = new Groups(across.size() + down.size());
    for (int i = 0; i < across.size(); i++) {
      for (int j = 0; j < down.size(); j++) {
        if (across.get(i).meets(down.get(j), MEETING)) {
          groups.join(i, across.size() + j);
        }
      }
    }
    List<Table> tables = new ArrayList<>();
    for (List<Integer> group : groups.of(numbers(across.size() + down.size()))) {
      List<Edge> rows = new ArrayList<>();
      List<Edge> columns = new ArrayList<>();
      for (int number : group) {
        if (number < across.size()) {
          rows.add(across.get(number));
        } else {
          columns.add(down.get(number - across.size()));
        }
      }
      if (!rows.isEmpty() && !columns.isEmpty() && rows.size() + columns.size() > 2) {
        table(rows, columns, tables);
      }
    }
    return tables;
  }

  private static List<Integer> numbers(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  private static void table(List<Edge> across, List<Edge> down, List<Table> tables) {
    double[] xs = positions(down, across);
    double[] ys = positions(across, down);
    int columns = xs.length - 1;
    int rows = ys.length - 1;
    if (columns < 1 || rows < 1 || (long) columns * rows > MOST_CELLS) {
      return;
    }
    Groups groups = new Groups(columns * rows);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        if (column > 0 && !isWall(down, xs[column], ys[row], ys[row + 1])) {
          groups.join(row * columns + column - 1, row * columns + column);
        }
        if (row > 0 && !isWall(across, ys[row], xs[column], xs[column + 1])) {
          groups.join((row - 1) * columns + column, row * columns + column);
        }
      }
    }
    List<Box> cells = new ArrayList<>();
    for (List<Integer> group : groups.of(numbers(columns * rows))) {
      cells(group, columns, xs, ys, cells);
    }
    cells.removeIf(cell -> cell.width() < SMALLEST_CELL || cell.height() < SMALLEST_CELL);
    if (cells.isEmpty()) {
      return;
    }
    cells.sort(
        Comparator.comparingDouble((Box cell) -> -cell.top()).thenComparingDouble(Box::left));
    tables.add(new Table(new Box(xs[0], ys[0], xs[columns], ys[rows]), cells));
  }

  /** Returns where walls are, and how far the lines across them go beyond the outermost ones. */
  private static double[] positions(List<Edge> walls, List<Edge> across) {
    double least = across.stream().mapToDouble(Edge::from).min().orElseThrow();
    double most = across.stream().mapToDouble(Edge::to).max().orElseThrow();
    List<Double> positions = new ArrayList<>(walls.stream().map(Edge::at).distinct().toList());
    if (positions.stream().noneMatch(at -> at < least + 2 * MEETING)) {
      positions.add(least);
    }
    if (positions.stream().noneMatch(at -> at > most - 2 * MEETING)) {
      positions.add(most);
    }
    return positions.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  private static boolean isWall(List<Edge> walls, double at, double from, double to) {
    return walls.stream()
        .anyMatch(wall -> Math.abs(wall.at() - at) < 0.01 && wall.covers(from, to, 0.6));
  }

  /** Adds the cell that fields without walls between them make; those that are bent are parted. */
  private static void cells(
      List<Integer> fields, int columns, double[] xs, double[] ys, List<Box> cells) {
    List<Box> strips = new ArrayList<>();
    for (int field : fields) {
      int row = field / columns;
      int column = field % columns;
      Box box = new Box(xs[column], ys[row], xs[column + 1], ys[row + 1]);
      Box last = strips.isEmpty() ? null : strips.get(strips.size() - 1);
      if (last != null && last.bottom() == box.bottom() && last.right() == box.left()) {
        strips.set(strips.size() - 1, last.union(box));
      } else {
        strips.add(box);
      }
    }
    Box cell = null;
    for (Box strip : strips) {
      if (cell != null
          && cell.left() == strip.left()
          && cell.right() == strip.right()
          && cell.top() == strip.bottom()) {
        cell = cell.union(strip);
      } else {
        if (cell != null) {
          cells.add(cell);
        }
        cell = strip;
      }
    }
    if (cell != null) {
      cells.add(cell);
    }
  }
}
