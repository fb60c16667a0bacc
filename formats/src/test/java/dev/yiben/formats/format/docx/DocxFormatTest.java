package dev.yiben.formats.format.docx;

import dev.yiben.formats.format.DocumentFormat;
import dev.yiben.formats.format.DocumentFormatContract;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

final class DocxFormatTest extends DocumentFormatContract {

  @Override
  protected DocumentFormat format() {
    return new DocxFormat();
  }

  @Override
  protected Map<String, byte[]> samples() throws IOException {
    Map<String, byte[]> samples = new LinkedHashMap<>();
    samples.put(
        "paragraphs.docx",
        new WordFile()
            .body(
                """
                <w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>The lighthouse</w:t></w:r></w:p>
                <w:p><w:r><w:t xml:space="preserve">The keeper </w:t></w:r><w:r><w:rPr><w:b/></w:rPr>
                <w:t>lit</w:t></w:r><w:r><w:t xml:space="preserve"> the lamp.</w:t></w:r></w:p>
                """)
            .bytes());
    for (String name : ParagraphCasesTest.cases()) {
      // A form's field is a code in which there are texts, which change.
      if (!name.equals("form-field.txt")) {
        samples.put(
            name.replace(".txt", ".docx"),
            new WordFile().body(ParagraphCasesTest.source(name)).bytes());
      }
    }
    return samples;
  }
}
