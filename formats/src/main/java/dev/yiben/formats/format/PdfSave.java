package dev.yiben.formats.format;

import java.util.Locale;

/** How translated PDF files are saved. */
public enum PdfSave {
  /** The original as it is, and what changes behind it. */
  INCREMENTAL,
  /** Anew, without what is not shown any more. */
  COMPACT;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
