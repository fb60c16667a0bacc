package dev.yiben.formats.format.xlsx;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.DocumentException;
import dev.yiben.formats.format.DocumentFormat;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.office.DocumentProperties;
import dev.yiben.formats.office.OfficeDocument;
import dev.yiben.formats.office.OfficePackage;
import dev.yiben.formats.office.OfficeReader;
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
    String text = new String(head, ISO_8859_1);
    return (text.startsWith("PK\3\4") && text.contains("xl/")) || OfficePackage.isBinary(head);
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
      return OfficeDocument.open(office, () -> reader(workbook, options));
    } catch (RuntimeException e) {
      office.close();
      throw e;
    }
  }

  private static OfficeReader reader(Workbook workbook, FormatOptions options) {
    OfficeReader reader = new WorkbookReader(workbook, options);
    return options.office().documentProperties()
        ? DocumentProperties.after(reader, workbook.office())
        : reader;
  }

  private static void requireMarkup(OfficePackage office) {
    if (office.main().contentType().contains("binary")) {
      throw new DocumentException(
          office.file(), "a binary workbook; save it as .xlsx or .xlsm first");
    }
  }
}
