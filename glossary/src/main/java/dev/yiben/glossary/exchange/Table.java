package dev.yiben.glossary.exchange;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Entries of one kind as another tool keeps them.
 *
 * @param name of the sheet or key, or else of the file
 * @param rows in the order of the file
 * @param ofTool whether regular expressions are written as LinguaGacha and AiNiee do
 */
record Table(String name, List<Row> rows, boolean ofTool) {
  private static final Set<String> NAMES_OF_TOOLS = Set.of("src", "srt", "dst");

  /** Returns whether columns of such names are those of LinguaGacha or AiNiee. */
  static boolean isOfTool(Collection<String> columns) {
    return columns.stream().anyMatch(NAMES_OF_TOOLS::contains);
  }

  /**
   * An entry.
   *
   * @param line line of a text file or row of a sheet, counted from 1
   * @param cells texts by field; empty ones are left out
   */
  record Row(int line, Map<Field, String> cells) {
    String get(Field field) {
      return cells.getOrDefault(field, "");
    }

    boolean has(Field field) {
      return cells.containsKey(field);
    }
  }

  boolean has(Field field) {
    return rows.stream().anyMatch(row -> row.has(field));
  }

  boolean hasAny(Field... fields) {
    return List.of(fields).stream().anyMatch(this::has);
  }
}
