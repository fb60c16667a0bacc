package dev.yiben.formats.format.xlsx;

/** Takes the cells of a sheet that show shared strings. */
@FunctionalInterface
interface SharedCells {
  /**
   * Takes a cell.
   *
   * @param string number of the string, the first being 0
   * @param start offset of the number as written in the sheet
   */
  void add(int string, Fate fate, int start, int end);
}
