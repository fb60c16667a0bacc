package dev.yiben.pipeline.interchange;

import java.util.Locale;

/** What a file for review is written as. */
public enum ExchangeFormat {
  /** XLIFF 2.1, which tools for XLIFF 2.0 read too. */
  XLIFF2("xlf"),
  /** XLIFF 1.2, for older tools. */
  XLIFF1("xlf"),
  /** A workbook, for people without such tools. */
  XLSX("xlsx");

  private final String extension;

  ExchangeFormat(String extension) {
    this.extension = extension;
  }

  /** Returns the file name extension, without the dot. */
  public String extension() {
    return extension;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
