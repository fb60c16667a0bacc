package dev.yiben.formats.format.pdf;

import dev.yiben.formats.format.DocumentFormat;
import dev.yiben.formats.format.DocumentFormatContract;
import dev.yiben.formats.pdf.MadePdf;
import java.io.IOException;
import java.util.Map;

/** What holds for every format. */
final class PdfFormatTest extends DocumentFormatContract {
  @Override
  protected DocumentFormat format() {
    return new PdfFormat();
  }

  @Override
  protected Map<String, byte[]> samples() throws IOException {
    return Map.of(
        "letter.pdf", MadePdf.letter(),
        "columns.pdf", MadePdf.columns(),
        "table.pdf", MadePdf.table(),
        "links.pdf", MadePdf.links());
  }
}
