package dev.yiben.formats.format.xlsx;

import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.DocumentException;
import dev.yiben.formats.format.DocumentFormat;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.office.DocumentProperties;
import dev.yiben.formats.office.OfficeDocument;
import dev.yiben.formats.office.OfficePackage;
import java.nio.file.Path;
import java.util.Set;

/** Excel workbooks and templates, with macros or without. */
public final class XlsxFormat implements DocumentFormat {

  @Override
  public String id() {
    return "xlsx";
  }

  @Override
  public Set<String> extensions() {
    return Set.of("xlsx", "xlsm", "xltx", "xltm");
  }

  @Override
  public boolean matches(byte[] head) {
    return OfficePackage.begins(head, "xl/");
  }

  @Override
  public Document open(Path file, FormatOptions options) {
    if (options.layout().isBilingual()) {
      throw new DocumentException(
          file,
          "two languages in one workbook are not supported, since its formulas and filters need"
              + " the cells as they are; leave out --layout");
    }
    OfficePackage office = OfficePackage.open(file);
    try {
      requireMarkup(office);
      Workbook workbook = Workbook.read(office);
      return OfficeDocument.open(
          office,
          () ->
              DocumentProperties.after(
                  new WorkbookReader(workbook, options), office, options.office()));
    } catch (RuntimeException e) {
      office.close();
      throw e;
    }
  }

  private static void requireMarkup(OfficePackage office) {
    if (office.main().contentType().contains("binary")) {
      throw new DocumentException(
          office.file(), "a binary workbook; save it as .xlsx or .xlsm first");
    }
  }
}
