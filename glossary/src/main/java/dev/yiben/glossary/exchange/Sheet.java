package dev.yiben.glossary.exchange;

import java.util.List;

/**
 * A sheet of cells, of which nothing is known yet.
 *
 * @param name empty where the medium names none
 */
record Sheet(String name, List<Cells> rows) {
  /**
   * A row.
   *
   * @param line line of a text file or row of a sheet, counted from 1
   */
  record Cells(int line, List<String> texts) {
    String text(int column) {
      return column < texts.size() ? texts.get(column).strip() : "";
    }

    boolean isBlank() {
      return texts.stream().allMatch(String::isBlank);
    }
  }
}
