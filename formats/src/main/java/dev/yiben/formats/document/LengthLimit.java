package dev.yiben.formats.document;

/**
 * How much room a translation has where it is shown.
 *
 * @param columns the most columns of the whole text, of which wide characters take two; what a
 *     reader has time to read and what fits, whichever is less
 * @param lineColumns the most columns of a line
 * @param lines the most lines
 */
public record LengthLimit(int columns, int lineColumns, int lines) {
  public LengthLimit {
    if (columns < 1 || lineColumns < 1 || lines < 1) {
      throw new IllegalArgumentException(
          "No room: %d columns, %d lines of %d".formatted(columns, lines, lineColumns));
    }
  }
}
