package dev.yiben.formats.format.xlsx;

import java.util.Optional;

/**
 * The place of a cell, such as B12.
 *
 * @param column the first being 1
 * @param row the first being 1
 */
record CellReference(int column, int row) {
  private static final int MOST_LETTERS = 3;
  private static final int MOST_DIGITS = 7;
  private static final int UPPER_CASE = ~0x20;

  /** Returns the place that a reference names; nothing if it is none. */
  static Optional<CellReference> of(String reference) {
    int column = 0;
    int row = 0;
    int digits = 0;
    int letters = 0;
    for (int i = 0; i < reference.length(); i++) {
      char c = reference.charAt(i);
      if (c >= '0' && c <= '9' && letters > 0 && ++digits <= MOST_DIGITS) {
        row = row * 10 + c - '0';
      } else if (isLetter(c) && digits == 0 && ++letters <= MOST_LETTERS) {
        column = column * 26 + (c & UPPER_CASE) - 'A' + 1;
      } else if (c != '$') {
        return Optional.empty();
      }
    }
    return digits > 0 ? Optional.of(new CellReference(column, row)) : Optional.empty();
  }

  private static boolean isLetter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
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
