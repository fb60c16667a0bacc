package dev.yiben.formats.format;

/**
 * How a translated paragraph of plain text is cut into lines.
 *
 * @param columns most columns of a line, of which wide characters take two; {@link #NONE} for one
 *     line, {@link #AS_SOURCE} for as many as the source's lines have where it is hard-wrapped
 */
public record LineWrap(int columns) {
  private static final int NONE = 0;
  private static final int AS_SOURCE = -1;

  /** As the source is wrapped. */
  public static final LineWrap AUTO = new LineWrap(AS_SOURCE);

  /** Every paragraph on one line. */
  public static final LineWrap OFF = new LineWrap(NONE);

  /** The fewest columns that a line can be asked to have. */
  public static final int FEWEST_COLUMNS = 10;

  /**
   * Returns lines of at most so many columns.
   *
   * @throws IllegalArgumentException if they are fewer than {@link #FEWEST_COLUMNS}
   */
  public static LineWrap at(int columns) {
    if (columns < FEWEST_COLUMNS) {
      throw new IllegalArgumentException("Too few columns: " + columns);
    }
    return new LineWrap(columns);
  }

  /**
   * Returns the most columns of a line, or 0 for one line.
   *
   * @param source columns that the source is wrapped at, or 0 if it is not
   */
  public int columns(int source) {
    return columns == AS_SOURCE ? source : columns;
  }
}
