package dev.yiben.formats.pdf.layout;

import dev.yiben.formats.pdf.page.Box;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Claims the text of tables that have no lines: rows whose pieces stand below each other. */
final class AlignedTables {
  /** A page with more pieces of lines is a drawing. */
  private static final int MOST_PIECES = 20_000;

  /** Rows further apart, in em from baseline to baseline, are not of one table. */
  private static final double FARTHEST_ROW = 3.2;

  /** Rows of text that is so many times as large as that of others are not of one table. */
  private static final double MOST_GROWTH = 1.4;

  private static final int FEWEST_ROWS = 3;

  /** A cell with more words is a sentence; few are. */
  private static final int MOST_WORDS = 6;

  private static final double MOST_SENTENCES = 0.3;

  /** Gaps of loose text are narrower, in em. */
  private static final double LOOSE_GAP = 2.2;

  /** Lines of running text have more words. */
  private static final int FEWEST_WORDS = 4;

  /** What stands before the items of a list. */
  private static final Pattern MARKER =
      Pattern.compile("[^\\p{L}\\p{N}]|[(（]?(\\p{N}{1,3}|\\p{L}|[ivxIVX]{1,5})[.)）、:]?");

  private final Region region;
  private final Set<Line> claimed = new HashSet<>();
  private final List<Claim> claims;

  private AlignedTables(Region region) {
    this.region = region;
    this.claims = new ArrayList<>(region.claims());
  }

  /** Returns the region with its tables claimed. */
  static Region of(Region region) {
    if (region.lines().size() < FEWEST_ROWS || region.lines().size() > MOST_PIECES) {
      return region;
    }
    AlignedTables tables = new AlignedTables(region);
    tables.find();
    List<Line> free =
        region.lines().stream().filter(line -> !tables.claimed.contains(line)).toList();
    return new Region(region.direction(), region.page(), free, region.shapes(), tables.claims);
  }

  private void find() {
    Set<Line> prose = Prose.of(region.lines());
    List<Row> run = new ArrayList<>();
    Columns columns = null;
    for (Row row : Row.of(region.lines().stream().filter(line -> !prose.contains(line)).toList())) {
      Columns own = Columns.of(row);
      Columns common = columns == null ? own : columns.with(own, row.size());
      if (columns != null && !goesOn(run.get(run.size() - 1), row, columns, own, common)) {
        claim(run, columns);
        run.clear();
        common = own;
      }
      columns = common;
      run.add(row);
    }
    if (columns != null) {
      claim(run, columns);
    }
  }

  private static boolean goesOn(Row last, Row next, Columns before, Columns own, Columns common) {
    double drop = last.baseline() - next.baseline();
    int most = Math.max(before.count(), own.count());
    double largest = Math.max(last.size(), next.size());
    return drop < FARTHEST_ROW * largest
        && largest < MOST_GROWTH * Math.min(last.size(), next.size())
        && common.count() > 1
        && common.count() >= 0.6 * most
        && (own.count() > 1 || common.count() == before.count());
  }

  private void claim(List<Row> rows, Columns columns) {
    List<Row> run = new ArrayList<>(rows);
    while (!run.isEmpty() && filled(columns.words(run.get(0))) < 2) {
      run.remove(0);
    }
    while (!run.isEmpty() && filled(columns.words(run.get(run.size() - 1))) < 2) {
      run.remove(run.size() - 1);
    }
    if (isTable(run, columns)) {
      claims.add(new Claim(box(run), new TableCells(run, columns).blocks()));
      run.forEach(row -> claimed.addAll(row.pieces()));
    }
  }

  private static Box box(List<Row> rows) {
    return rows.stream().map(Row::box).reduce(Box::union).orElseThrow();
  }

  static long filled(List<List<Word>> fields) {
    return fields.stream().filter(field -> !field.isEmpty()).count();
  }

  private static boolean isTable(List<Row> run, Columns columns) {
    List<List<List<Word>>> fields = run.stream().map(columns::words).toList();
    long full = fields.stream().filter(row -> filled(row) > 1).count();
    int aligned = 0;
    long cells = 0;
    long sentences = 0;
    int longest = 0;
    for (int column = 0; column < columns.count(); column++) {
      List<Line> lines = new ArrayList<>();
      for (int row = 0; row < run.size(); row++) {
        List<Word> words = fields.get(row).get(column);
        cells += words.isEmpty() ? 0 : 1;
        longest = Math.max(longest, words.size());
        sentences += words.size() > MOST_WORDS ? 1 : 0;
        if (!words.isEmpty()) {
          lines.add(TableCells.line(words, run.get(row)));
        }
      }
      boolean markers =
          column == 0 && lines.stream().allMatch(line -> MARKER.matcher(line.text()).matches());
      if (!markers && isAligned(lines)) {
        aligned++;
      }
    }
    return aligned > 1
        && !isLooseText(run, columns, cells)
        && sentences < MOST_SENTENCES * cells
        && (full >= FEWEST_ROWS || (full == 2 && columns.count() > 2 && longest <= FEWEST_WORDS));
  }

  /** Returns whether rows are lines of running text whose wide gaps stand below each other. */
  private static boolean isLooseText(List<Row> run, Columns columns, long cells) {
    double widest = 0;
    for (int i = 1; i < columns.count(); i++) {
      widest =
          Math.max(widest, columns.stretches().get(i).from() - columns.stretches().get(i - 1).to());
    }
    List<Word> words =
        run.stream()
            .flatMap(row -> row.pieces().stream())
            .flatMap(piece -> piece.words().stream())
            .toList();
    long figures =
        words.stream()
            .filter(word -> word.text().codePoints().noneMatch(Character::isLetter))
            .count();
    return widest < LOOSE_GAP * run.get(0).size()
        && figures < 0.15 * cells
        && words.size() > FEWEST_WORDS * run.size();
  }

  /** Returns whether most lines stand below each other on one side or by their middles. */
  private static boolean isAligned(List<Line> lines) {
    return share(lines.stream().mapToDouble(line -> line.box().left()).toArray())
        || share(lines.stream().mapToDouble(line -> line.box().right()).toArray())
        || share(lines.stream().mapToDouble(line -> line.box().centerX()).toArray());
  }

  private static boolean share(double[] positions) {
    int most = 0;
    double[] sorted = Arrays.stream(positions).sorted().toArray();
    int from = 0;
    for (int i = 0; i < sorted.length; i++) {
      while (sorted[i] - sorted[from] > 2.5) {
        from++;
      }
      most = Math.max(most, i - from + 1);
    }
    return sorted.length > 1 && most >= 0.6 * sorted.length;
  }
}
