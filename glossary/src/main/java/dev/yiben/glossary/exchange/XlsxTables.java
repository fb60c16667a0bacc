package dev.yiben.glossary.exchange;

import dev.yiben.glossary.GlossaryException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** Reads the sheets of Excel files. */
final class XlsxTables {
  private static final long MAX_INFLATED = 100L << 20;
  private static final int MAX_ROWS = 500_000;
  private static final int MAX_COLUMNS = 100;

  private XlsxTables() {}

  static List<Sheet> read(Path file, byte[] bytes) {
    List<Sheet> sheets = new ArrayList<>();
    try {
      requireBounded(file, bytes);
      try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
        for (org.dhatim.fastexcel.reader.Sheet sheet : workbook.getSheets().toList()) {
          sheets.add(new Sheet(sheet.getName(), rows(file, sheet)));
        }
      }
    } catch (IOException | ExcelReaderException | IllegalArgumentException e) {
      throw new GlossaryException(
          file, "not a sound Excel file: " + e.getMessage() + "; save it anew as .xlsx");
    }
    return sheets;
  }

  private static List<Sheet.Cells> rows(Path file, org.dhatim.fastexcel.reader.Sheet sheet)
      throws IOException {
    List<Sheet.Cells> rows = new ArrayList<>();
    try (Stream<Row> all = sheet.openStream()) {
      for (Row row : (Iterable<Row>) all::iterator) {
        if (rows.size() == MAX_ROWS) {
          throw new GlossaryException(file, "more than " + MAX_ROWS + " rows; split the file");
        }
        List<String> texts = new ArrayList<>();
        for (int column = 0; column < Math.min(row.getCellCount(), MAX_COLUMNS); column++) {
          texts.add(row.getOptionalCell(column).map(XlsxTables::text).orElse(""));
        }
        rows.add(new Sheet.Cells(row.getRowNum(), texts));
      }
    }
    return rows;
  }

  private static String text(Cell cell) {
    return cell.getType() == CellType.ERROR ? "" : cell.getText();
  }

  /** The reader holds what it inflates in memory, so no more than is sensible may come of it. */
  private static void requireBounded(Path file, byte[] bytes) throws IOException {
    long inflated = 0;
    byte[] buffer = new byte[1 << 16];
    try (ZipFile zip = ZipFile.builder().setByteArray(bytes).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        try (InputStream in = zip.getInputStream(entry)) {
          for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
            inflated += read;
            if (inflated > MAX_INFLATED) {
              throw new GlossaryException(file, "the Excel file is too large; split it");
            }
          }
        }
      }
    }
  }
}
