package dev.yiben.glossary.exchange;

import java.nio.charset.Charset;
import java.util.Optional;

/**
 * What a file alone may not tell.
 *
 * @param part what its entries are; empty to find out
 * @param source language of the terms as a BCP 47 tag, where the file has several; empty for its
 *     first
 * @param target language of their translations; empty for the next one
 * @param encoding of a text file without a byte order mark; empty to find out
 */
public record ImportOptions(
    Optional<Part> part,
    Optional<String> source,
    Optional<String> target,
    Optional<Charset> encoding) {
  /** All is found out. */
  public static final ImportOptions DEFAULT =
      new ImportOptions(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
