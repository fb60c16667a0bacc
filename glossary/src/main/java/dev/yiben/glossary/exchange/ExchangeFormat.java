package dev.yiben.glossary.exchange;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a glossary can be written as. */
public enum ExchangeFormat {
  /** Our own files. */
  YAML(".yaml"),
  /** Columns, separated by commas. */
  CSV(".csv"),
  /** Columns, separated by tabs. */
  TSV(".tsv"),
  /** An Excel file with a sheet for each part. */
  XLSX(".xlsx"),
  /** TBX-Basic of version 3. */
  TBX(".tbx"),
  /** A list of objects that has all that a term has. */
  JSON(".json"),
  /** An object from sources to targets. */
  MAP(".json"),
  LINGUAGACHA(".json"),
  LINGUAGACHA_XLSX(".xlsx"),
  AINIEE(".json"),
  AINIEE_XLSX(".xlsx");

  private final String extension;

  ExchangeFormat(String extension) {
    this.extension = extension;
  }

  /** Returns the format that the name of a file asks for, if it does. */
  public static Optional<ExchangeFormat> ofName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".yml")
        ? Optional.of(YAML)
        : Arrays.stream(values()).filter(format -> lower.endsWith(format.extension)).findFirst();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
