package dev.yiben.formats.format;

/**
 * What of Word, Excel and PowerPoint files is translated.
 *
 * @param revisions what becomes of tracked changes
 * @param hiddenText whether text is translated that its author has hidden
 * @param documentProperties whether the title, the subject and the like are translated
 * @param masterText whether the texts of slide masters and layouts are translated
 * @param sheetNames whether the names of sheets are translated
 * @param cells which cells of sheets are translated
 */
public record OfficeOptions(
    Revisions revisions,
    boolean hiddenText,
    boolean documentProperties,
    boolean masterText,
    boolean sheetNames,
    CellFilter cells) {
  /** Changes accepted, and all text that is seen and is not a name. */
  public static final OfficeOptions DEFAULT =
      new OfficeOptions(Revisions.ACCEPT, false, false, false, false, CellFilter.ALL);
}
