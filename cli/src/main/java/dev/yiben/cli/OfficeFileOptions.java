package dev.yiben.cli;

import dev.yiben.formats.format.CellFilter;
import dev.yiben.formats.format.OfficeOptions;
import dev.yiben.formats.format.Revisions;
import java.util.List;
import picocli.CommandLine.Option;

/** Options that say what of Word, Excel and PowerPoint files is translated. */
final class OfficeFileOptions implements OptionSection {
  @Option(
      names = "--revisions",
      paramLabel = "accept|reject|keep",
      defaultValue = "accept",
      description =
          "What becomes of tracked changes in translated paragraphs: accepted, rejected, or kept;"
              + " default: accept.")
  private Revisions revisions;

  @Option(
      names = "--hidden-text",
      description = "Translate hidden text, rows, columns, sheets and slides too.")
  private boolean hiddenText;

  @Option(
      names = "--document-properties",
      description = "Translate the title, subject, keywords and comments of the file too.")
  private boolean documentProperties;

  @Option(
      names = "--master-text",
      description = "Translate the texts of slide masters and layouts too.")
  private boolean masterText;

  @Option(
      names = "--sheet-names",
      description = "Translate the names of sheets too; formulas follow.")
  private boolean sheetNames;

  @Option(
      names = "--columns",
      paramLabel = "LIST",
      description = "Translate only these columns of sheets, such as B,D-F; default: all.")
  private String columns;

  @Option(
      names = "--rows",
      paramLabel = "LIST",
      description = "Translate only these rows of sheets, such as 2-; default: all.")
  private String rows;

  /** Throws a usage exception if a list is none. */
  void requireValid() {
    options();
  }

  /** Returns what is translated. */
  OfficeOptions options() {
    return new OfficeOptions(
        revisions, hiddenText, documentProperties, masterText, sheetNames, cells());
  }

  private CellFilter cells() {
    List<CellFilter.Range> columnRanges = List.of();
    List<CellFilter.Range> rowRanges = List.of();
    try {
      columnRanges = columns == null ? List.of() : CellFilter.columns(columns);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--columns " + columns + ": a list such as B,D-F is needed");
    }
    try {
      rowRanges = rows == null ? List.of() : CellFilter.rows(rows);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--rows " + rows + ": a list such as 1,3-5,8- is needed");
    }
    return new CellFilter(columnRanges, rowRanges);
  }

  @Override
  public String heading() {
    return "Office files:";
  }
}
