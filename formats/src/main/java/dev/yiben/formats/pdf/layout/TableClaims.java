package dev.yiben.formats.pdf.layout;

import dev.yiben.formats.document.Role;
import dev.yiben.formats.pdf.page.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Claims the text of tables and frames whose cells are parted by lines. */
final class TableClaims {
  /** A table with more of its words lying across its lines is a drawing. */
  private static final double MOST_CROSSING = 0.15;

  /** A cell with more characters than that is prose rather than a label. */
  private static final int LONGEST_LABEL = 160;

  private final Region region;
  private final List<Cell> cells = new ArrayList<>();

  /** A cell, and the lines and tables that stand in it and in no smaller one. */
  private static final class Cell {
    private final Table table;
    private final Box box;
    private final List<Line> lines = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();

    Cell(Table table, Box box) {
      this.table = table;
      this.box = box;
    }

    boolean isEmpty() {
      return lines.isEmpty() && tables.isEmpty();
    }
  }

  private TableClaims(Region region) {
    this.region = region;
  }

  /** Returns the region with its tables and frames claimed. */
  static Region of(Region region) {
    List<Table> tables = new ArrayList<>(RuledTables.find(region.shapes(), region.page()));
    while (!tables.isEmpty()) {
      TableClaims claims = new TableClaims(region);
      List<Table> drawings = claims.fill(tables);
      if (drawings.isEmpty()) {
        return claims.claimed(tables);
      }
      tables.removeAll(drawings);
    }
    return region;
  }

  /** Puts lines and tables into cells; returns the tables that are none. */
  private List<Table> fill(List<Table> tables) {
    tables.forEach(table -> table.cells().forEach(cell -> cells.add(new Cell(table, cell))));
    cells.sort(Comparator.comparingDouble(cell -> cell.box.area()));
    Map<Table, int[]> words = new HashMap<>();
    for (Line line : region.lines()) {
      List<Cell> near =
          cells.stream()
              .filter(
                  cell ->
                      cell.box.bottom() < line.box().top() && line.box().bottom() < cell.box.top())
              .toList();
      for (Map.Entry<Optional<Cell>, List<Word>> part : parts(line, near).entrySet()) {
        if (part.getKey().isEmpty()) {
          continue;
        }
        Cell cell = part.getKey().get();
        cell.lines.add(Line.of(part.getValue(), line));
        int[] counts = words.computeIfAbsent(cell.table, key -> new int[2]);
        for (Word word : part.getValue()) {
          counts[0]++;
          counts[1] += crosses(word.box(), cell.box) ? 1 : 0;
        }
      }
    }
    return tables.stream()
        .filter(
            table -> {
              int[] counts = words.getOrDefault(table, new int[2]);
              return counts[1] > MOST_CROSSING * counts[0] + 1;
            })
        .toList();
  }

  private static boolean crosses(Box word, Box cell) {
    double tolerance = 0.15 * word.height() + 1;
    return word.left() < cell.left() - tolerance || word.right() > cell.right() + tolerance;
  }

  /** Returns the words of a line by the smallest cell that each is in. */
  private static Map<Optional<Cell>, List<Word>> parts(Line line, List<Cell> near) {
    Map<Optional<Cell>, List<Word>> parts = new LinkedHashMap<>();
    for (Word word : line.words()) {
      Box box = word.box();
      Optional<Cell> in =
          near.stream().filter(cell -> holds(cell.box, box.centerX(), box.centerY())).findFirst();
      parts.computeIfAbsent(in, key -> new ArrayList<>()).add(word);
    }
    return parts;
  }

  private static boolean holds(Box box, double x, double y) {
    return x >= box.left() && x <= box.right() && y >= box.bottom() && y <= box.top();
  }

  private Region claimed(List<Table> tables) {
    List<Table> outermost = new ArrayList<>();
    for (Table table : tables) {
      Optional<Cell> in =
          cells.stream()
              .filter(
                  cell ->
                      !cell.table.equals(table)
                          && cell.box.area() > table.box().area()
                          && cell.box.contains(table.box(), 2))
              .findFirst();
      in.ifPresentOrElse(cell -> cell.tables.add(table), () -> outermost.add(table));
    }
    List<Line> free = new ArrayList<>();
    for (Line line : region.lines()) {
      List<Word> outside = parts(line, cells).getOrDefault(Optional.<Cell>empty(), List.of());
      if (!outside.isEmpty()) {
        free.add(Line.of(outside, line));
      }
    }
    List<Claim> claims = new ArrayList<>(region.claims());
    outermost.forEach(table -> claim(table).ifPresent(claims::add));
    return new Region(region.direction(), region.page(), free, region.shapes(), claims);
  }

  private Optional<Claim> claim(Table table) {
    List<Cell> full =
        cells.stream()
            .filter(cell -> cell.table.equals(table) && !cell.isEmpty())
            .sorted(
                Comparator.comparingDouble((Cell cell) -> -cell.box.top())
                    .thenComparingDouble(cell -> cell.box.left()))
            .toList();
    List<Block> blocks = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= full.size(); i++) {
      if (i == full.size() || full.get(i).box.top() != full.get(from).box.top()) {
        blocks(full.subList(from, i), full.size() > 1, blocks);
        from = i;
      }
    }
    return blocks.isEmpty() ? Optional.empty() : Optional.of(new Claim(table.box(), blocks));
  }

  /** Adds the text of a row of cells. */
  private void blocks(List<Cell> row, boolean inTable, List<Block> blocks) {
    List<Line> lines = row.stream().flatMap(cell -> cell.lines.stream()).toList();
    List<Row> inner = Row.of(lines);
    if (row.size() > 1 && isOfRows(row, inner)) {
      for (Row line : inner) {
        for (Cell cell : row) {
          List<Line> own = line.pieces().stream().filter(cell.lines::contains).toList();
          if (!own.isEmpty()) {
            Box band =
                new Box(cell.box.left(), line.box().bottom(), cell.box.right(), line.box().top());
            own.forEach(
                piece ->
                    blocks.add(
                        new Block(
                            Role.TABLE_CELL,
                            List.of(piece),
                            true,
                            Optional.of(band),
                            Optional.empty())));
          }
        }
      }
      return;
    }
    row.forEach(cell -> blocks(cell, inTable, blocks));
  }

  /** Returns whether cells beside each other hold rows of a table that no lines part. */
  private static boolean isOfRows(List<Cell> cells, List<Row> rows) {
    if (rows.size() < 2 || cells.stream().anyMatch(cell -> !cell.tables.isEmpty())) {
      return false;
    }
    long shared =
        rows.stream()
            .filter(
                row ->
                    cells.stream()
                            .filter(cell -> row.pieces().stream().anyMatch(cell.lines::contains))
                            .count()
                        > 1)
            .count();
    return shared > 1
        && shared >= 0.6 * rows.size()
        && cells.stream().allMatch(cell -> Prose.of(cell.lines).isEmpty());
  }

  private void blocks(Cell cell, boolean inTable, List<Block> blocks) {
    List<Claim> inner = new ArrayList<>();
    cell.tables.forEach(nested -> claim(nested).ifPresent(inner::add));
    Region content =
        Claims.within(new Region(region.direction(), cell.box, cell.lines, region.shapes(), inner));
    int length = cell.lines.stream().mapToInt(line -> line.text().length()).sum();
    Role role = inTable && length <= LONGEST_LABEL ? Role.TABLE_CELL : Role.PARAGRAPH;
    for (Block block : ReadingOrder.blocks(content)) {
      blocks.add(
          block.cell().isPresent()
              ? block
              : new Block(
                  block.role() == Role.PARAGRAPH ? role : block.role(),
                  block.lines(),
                  block.whole(),
                  Optional.of(cell.box),
                  block.keepRule()));
    }
  }
}
