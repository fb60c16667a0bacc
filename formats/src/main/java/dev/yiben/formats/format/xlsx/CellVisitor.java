package dev.yiben.formats.format.xlsx;

/** Takes the cells of a sheet whose texts are not in segments of the sheet. */
interface CellVisitor {
  /**
   * Takes a cell that shows a shared string.
   *
   * @param string number of the string, the first being 0
   * @param place the number as written in the sheet
   */
  void shared(int string, Fate fate, Content place);

  /** Takes a text that a formula gave last. */
  void result(String text, Content place);
}
