package dev.yiben.formats.format.pptx;

import dev.yiben.formats.format.DocumentFormat;
import dev.yiben.formats.format.DocumentFormatContract;
import java.io.IOException;
import java.util.Map;

final class PptxFormatTest extends DocumentFormatContract {

  @Override
  protected DocumentFormat format() {
    return new PptxFormat();
  }

  @Override
  protected Map<String, byte[]> samples() throws IOException {
    return Samples.all();
  }
}
