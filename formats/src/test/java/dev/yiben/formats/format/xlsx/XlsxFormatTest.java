package dev.yiben.formats.format.xlsx;

import dev.yiben.formats.format.DocumentFormat;
import dev.yiben.formats.format.DocumentFormatContract;
import java.util.LinkedHashMap;
import java.util.Map;

final class XlsxFormatTest extends DocumentFormatContract {

  @Override
  protected DocumentFormat format() {
    return new XlsxFormat();
  }

  @Override
  protected Map<String, byte[]> samples() {
    Map<String, byte[]> samples = new LinkedHashMap<>();
    samples.put("deliveries.xlsx", Workbooks.of(Workbooks::deliveries));
    samples.put("tables.xlsx", Workbooks.of(Workbooks::tables));
    return samples;
  }
}
