package dev.yiben.formats.format.docx;

import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.DocumentFormat;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.office.DocumentProperties;
import dev.yiben.formats.office.OfficeDocument;
import dev.yiben.formats.office.OfficePackage;
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
    return OfficePackage.begins(head, "word/");
  }

  @Override
  public Document open(Path file, FormatOptions options) {
    OfficePackage office = OfficePackage.open(file);
    return OfficeDocument.open(
        office,
        () -> DocumentProperties.after(new WordReader(office, options), office, options.office()));
  }
}
