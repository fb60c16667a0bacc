package dev.yiben.formats.format.xlsx;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place of a cell, such as B12.
 *
 * @param column the first being 1
 * @param row the first being 1
 */
record CellReference(int column, int row) {
  private static final Pattern A1 = Pattern.compile("\\$?([A-Za-z]{1,3})\\$?([0-9]{1,7})");

  /** Returns the place that a reference names; nothing if it is none. */
  static Optional<CellReference> of(String reference) {
    Matcher matcher = A1.matcher(reference);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int column = 0;
    for (int i = 0; i < matcher.group(1).length(); i++) {
      column = column * 26 + Character.toUpperCase(matcher.group(1).charAt(i)) - 'A' + 1;
    }
    return Optional.of(new CellReference(column, Integer.parseInt(matcher.group(2))));
  }

  @Override
  public String toString() {
    StringBuilder letters = new StringBuilder();
    for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
      letters.append((char) ('A' + (rest - 1) % 26));
    }
    return letters.reverse().append(row).toString();
  }
}
