package dev.yiben.formats.format.pptx;

import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.DocumentException;
import dev.yiben.formats.format.DocumentFormat;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.office.DocumentProperties;
import dev.yiben.formats.office.OfficeDocument;
import dev.yiben.formats.office.OfficePackage;
import java.nio.file.Path;
import java.util.Set;

/** PowerPoint presentations, templates and shows, with macros or without. */
public final class PptxFormat implements DocumentFormat {

  @Override
  public String id() {
    return "pptx";
  }

  @Override
  public Set<String> extensions() {
    return Set.of("pptx", "pptm", "potx", "potm", "ppsx", "ppsm");
  }

  @Override
  public boolean matches(byte[] head) {
    return OfficePackage.begins(head, "ppt/");
  }

  @Override
  public Document open(Path file, FormatOptions options) {
    if (options.layout().isBilingual()) {
      throw new DocumentException(
          file, "slides have no room for two languages; leave out --layout " + options.layout());
    }
    OfficePackage office = OfficePackage.open(file);
    return OfficeDocument.open(
        office,
        () ->
            DocumentProperties.after(
                new PresentationReader(office, options.office()), office, options.office()));
  }
}
