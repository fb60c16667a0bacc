package dev.yiben.pipeline.interchange;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** Writes workbooks: a sheet for each document, a row for each segment. */
final class SheetWriter {
  private static final int ROWS_IN_MEMORY = 100;
  private static final int MOST_ROWS = SpreadsheetVersion.EXCEL2007.getMaxRows() - 1;
  private static final int LONGEST_CELL = SpreadsheetVersion.EXCEL2007.getMaxTextLength();
  private static final List<Integer> WIDTHS = List.of(24, 60, 60, 16, 50);

  private final SXSSFWorkbook workbook;
  private final CellStyle text;
  private final CellStyle heading;
  private final List<String> notices = new ArrayList<>();

  private SheetWriter(SXSSFWorkbook workbook) {
    this.workbook = workbook;
    text = workbook.createCellStyle();
    // So that what a person writes stays what it is, such as 1/2.
    text.setDataFormat(workbook.createDataFormat().getFormat("@"));
    text.setWrapText(true);
    text.setVerticalAlignment(VerticalAlignment.TOP);
    heading = workbook.createCellStyle();
    Font bold = workbook.createFont();
    bold.setBold(true);
    heading.setFont(bold);
  }

  /**
   * Writes a workbook; the stream stays open.
   *
   * @return which segments are too long for a cell and so left out, one line each
   */
  static List<String> write(Exchange exchange, OutputStream out) throws IOException {
    try (SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
      workbook.setZip64Mode(Zip64Mode.AsNeeded);
      workbook
          .getXSSFWorkbook()
          .getProperties()
          .getCoreProperties()
          .setCreated(Optional.of(Date.from(Instant.EPOCH)));
      SheetWriter writer = new SheetWriter(workbook);
      writer.write(exchange);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      workbook.write(bytes);
      copyWithoutTimes(bytes.toByteArray(), out);
      return writer.notices;
    }
  }

  private void write(Exchange exchange) {
    List<String> names = new ArrayList<>();
    for (ExchangeDocument document : exchange.documents()) {
      String number = exchange.documents().size() > 1 ? (names.size() + 1) + " " : "";
      String path = document.origin().part().orElse(document.origin().original());
      String name =
          WorkbookUtil.createSafeSheetName(number + path.substring(path.lastIndexOf('/') + 1));
      names.add(name.equals(SheetLayout.ORIGINS) ? name + " 1" : name);
      write(document, workbook.createSheet(names.get(names.size() - 1)));
    }
    Sheet origins = workbook.createSheet(SheetLayout.ORIGINS);
    row(
        origins,
        heading,
        SheetLayout.SHEET,
        SheetLayout.ORIGINAL,
        SheetLayout.PART,
        SheetLayout.FORMAT,
        SheetLayout.TARGETS,
        SheetLayout.READING,
        SheetLayout.SOURCE_LANGUAGE,
        SheetLayout.TARGET_LANGUAGE);
    for (int i = 0; i < names.size(); i++) {
      Origin origin = exchange.documents().get(i).origin();
      row(
          origins,
          text,
          names.get(i),
          origin.original(),
          origin.part().orElse(""),
          origin.format().orElse(""),
          origin.withTargets() ? Xliff.OF_RUN : "",
          origin.readingLine(),
          exchange.sourceLanguage(),
          exchange.targetLanguage());
    }
    workbook.setSheetHidden(names.size(), true);
  }

  private void write(ExchangeDocument document, Sheet sheet) {
    if (document.units().size() > MOST_ROWS) {
      throw new ExchangeException(
          document.origin().original() + ": has more segments than a sheet has rows; use xliff2");
    }
    for (int column = 0; column < WIDTHS.size(); column++) {
      sheet.setColumnWidth(column, WIDTHS.get(column) * 256);
      sheet.setDefaultColumnStyle(column, text);
    }
    row(
        sheet,
        heading,
        SheetLayout.ID,
        SheetLayout.SOURCE,
        SheetLayout.TARGET,
        SheetLayout.STATE,
        SheetLayout.NOTE);
    sheet.createFreezePane(0, 1);
    for (ExchangeUnit unit : document.units()) {
      String source = SheetText.of(unit.source());
      String target = unit.target().map(SheetText::of).orElse("");
      if (Math.max(source.length(), target.length()) > LONGEST_CELL) {
        notices.add(
            unit.id()
                + ": is left out, since a cell holds no more than "
                + LONGEST_CELL
                + " characters; use xliff2");
      } else {
        row(sheet, text, unit.id(), source, target, unit.state().toString(), notes(unit));
      }
    }
    int last = Math.max(1, sheet.getLastRowNum());
    sheet.setAutoFilter(new CellRangeAddress(0, last, 0, WIDTHS.size() - 1));
    DataValidationHelper validations = sheet.getDataValidationHelper();
    String[] states =
        Arrays.stream(ReviewState.values()).map(ReviewState::toString).toArray(String[]::new);
    sheet.addValidationData(
        validations.createValidation(
            validations.createExplicitListConstraint(states),
            new CellRangeAddressList(1, last, 3, 3)));
  }

  private static String notes(ExchangeUnit unit) {
    List<String> lines =
        unit.notes().stream()
            .map(ExchangeNote::text)
            .collect(Collectors.toCollection(ArrayList::new));
    String legend = SheetText.legend(unit.source());
    if (!legend.isEmpty()) {
      lines.add(legend);
    }
    String all = lines.stream().map(Pieces::display).collect(Collectors.joining("\n"));
    return all.substring(0, Math.min(LONGEST_CELL, all.length()));
  }

  private static void row(Sheet sheet, CellStyle style, String... values) {
    Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
    for (int column = 0; column < values.length; column++) {
      var cell = row.createCell(column);
      cell.setCellStyle(style);
      if (!values[column].isEmpty()) {
        cell.setCellValue(SheetEscapes.escaped(values[column]));
      }
    }
  }

  /** Copies a package so that the same content is the same bytes whenever it is written. */
  private static void copyWithoutTimes(byte[] packed, OutputStream out) throws IOException {
    try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(packed))) {
      ZipOutputStream to = new ZipOutputStream(out);
      for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        to.putNextEntry(copy);
        from.transferTo(to);
        to.closeEntry();
      }
      to.finish();
    }
  }
}
