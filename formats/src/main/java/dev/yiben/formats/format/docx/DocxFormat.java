package dev.yiben.formats.format.docx;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.DocumentFormat;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.office.DocumentProperties;
import dev.yiben.formats.office.OfficeDocument;
import dev.yiben.formats.office.OfficePackage;
import dev.yiben.formats.office.OfficeReader;
import java.nio.file.Path;
import java.util.Set;

/** Word documents and templates, with macros or without. */
public final class DocxFormat implements DocumentFormat {

  @Override
  public String id() {
    return "docx";
  }

  @Override
  public Set<String> extensions() {
    return Set.of("docx", "docm", "dotx", "dotm");
  }

  @Override
  public boolean matches(byte[] head) {
    String text = new String(head, ISO_8859_1);
    return (text.startsWith("PK\3\4") && text.contains("word/")) || OfficePackage.isBinary(head);
  }

  @Override
  public Document open(Path file, FormatOptions options) {
    OfficePackage office = OfficePackage.open(file);
    return OfficeDocument.open(office, () -> reader(office, options));
  }

  private static OfficeReader reader(OfficePackage office, FormatOptions options) {
    OfficeReader document = new WordReader(office, options);
    return options.office().documentProperties()
        ? DocumentProperties.after(document, office)
        : document;
  }
}
