package dev.yiben.pipeline.interchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes files for review. */
public final class ExchangeWriter {
  private final ExchangeFormat format;

  /** Creates a writer of a format. */
  public ExchangeWriter(ExchangeFormat format) {
    this.format = format;
  }

  /**
   * Writes a file; the stream stays open.
   *
   * @param targetLanguage BCP 47 tag
   * @return what a user should know of the writing, one line each; mostly none
   * @throws ExchangeException if the documents cannot be in one file
   */
  public List<String> write(
      String targetLanguage, List<ExchangeDocument> documents, OutputStream out)
      throws IOException {
    Exchange exchange = Exchange.of(targetLanguage, documents);
    return switch (format) {
      case XLIFF2 -> {
        Xliff2Writer.write(exchange, out);
        yield List.of();
      }
      case XLIFF1 -> {
        Xliff1Writer.write(exchange, out);
        yield List.of();
      }
      case XLSX -> SheetWriter.write(exchange, out);
    };
  }
}
