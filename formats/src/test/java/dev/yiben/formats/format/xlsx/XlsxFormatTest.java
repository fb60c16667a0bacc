package dev.yiben.formats.format.xlsx;

import dev.yiben.formats.format.DocumentFormat;
import dev.yiben.formats.format.DocumentFormatContract;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

final class XlsxFormatTest extends DocumentFormatContract {

  @Override
  protected DocumentFormat format() {
    return new XlsxFormat();
  }

  @Override
  protected Map<String, byte[]> samples() throws IOException {
    Map<String, byte[]> samples = new LinkedHashMap<>();
    samples.put("deliveries.xlsx", Workbooks.of(Workbooks::deliveries));
    samples.put("tables.xlsx", Workbooks.of(Workbooks::tables));
    samples.put(
        "cells.xlsx",
        new SheetFile()
            .rows(
                """
                <row r="1"><c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>Bold</t></r><r><t xml:space="preserve"> words
                in a ⟦cell⟧</t></r></is></c><c r="B1" t="str"><v>A value</v></c><c t="s"><v>0</v></c></row>""")
            .strings("<si><t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh></si>")
            .bytes());
    return samples;
  }
}
