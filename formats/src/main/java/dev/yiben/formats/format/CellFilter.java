package dev.yiben.formats.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which cells of sheets are meant; all where a list is empty.
 *
 * @param columns ranges of columns, the first column being 1
 * @param rows ranges of rows, the first row being 1
 */
public record CellFilter(List<Range> columns, List<Range> rows) {
  /** All cells. */
  public static final CellFilter ALL = new CellFilter(List.of(), List.of());

  private static final Pattern COLUMNS = Pattern.compile("([A-Za-z]{1,3})(-([A-Za-z]{1,3})?)?");
  private static final Pattern ROWS = Pattern.compile("([1-9][0-9]{0,6})(-([1-9][0-9]{0,6})?)?");

  /**
   * From one number to another, both included.
   *
   * @param last {@link Integer#MAX_VALUE} for no end
   */
  public record Range(int first, int last) {
    public Range {
      if (first < 1 || last < first) {
        throw new IllegalArgumentException("not a range: " + first + " to " + last);
      }
    }
  }

  public CellFilter {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** Returns whether a cell is meant. */
  public boolean takes(int column, int row) {
    return takes(columns, column) && takes(rows, row);
  }

  private static boolean takes(List<Range> ranges, int number) {
    return ranges.isEmpty()
        || ranges.stream().anyMatch(range -> range.first() <= number && number <= range.last());
  }

  /**
   * Reads a list of columns, such as {@code B,D-F,H-}.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static List<Range> columns(String list) {
    return ranges(list, COLUMNS);
  }

  /**
   * Reads a list of rows, such as {@code 1,3-5,8-}.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static List<Range> rows(String list) {
    return ranges(list, ROWS);
  }

  private static List<Range> ranges(String list, Pattern pattern) {
    List<Range> ranges = new ArrayList<>();
    for (String part : list.split(",", -1)) {
      Matcher matcher = pattern.matcher(part.strip());
      if (!matcher.matches()) {
        throw new IllegalArgumentException("'" + part + "' is no range");
      }
      int first = number(matcher.group(1));
      int last = first;
      if (matcher.group(2) != null) {
        last = matcher.group(3) == null ? Integer.MAX_VALUE : number(matcher.group(3));
      }
      ranges.add(new Range(first, last));
    }
    return ranges;
  }

  /** Returns the number of a row, or of a column by its letters. */
  private static int number(String text) {
    if (Character.isDigit(text.charAt(0))) {
      return Integer.parseInt(text);
    }
    int number = 0;
    for (int i = 0; i < text.length(); i++) {
      number = number * 26 + Character.toUpperCase(text.charAt(i)) - 'A' + 1;
    }
    return number;
  }
}
