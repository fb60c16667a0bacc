package dev.yiben.glossary.exchange;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes Excel files, the same bytes for the same content. */
final class XlsxWriter {
  private XlsxWriter() {}

  static void write(List<Grid> grids, OutputStream out) throws IOException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(written, "Yiben", null)) {
      grids.forEach(grid -> fill(workbook.newWorksheet(grid.name()), grid));
    }
    withoutTime(written.toByteArray(), out);
  }

  private static void fill(Worksheet sheet, Grid grid) {
    for (int column = 0; column < grid.header().size(); column++) {
      sheet.value(0, column, grid.header().get(column));
      sheet.style(0, column).bold().set();
    }
    sheet.freezePane(0, 1);
    int line = 0;
    for (List<Object> row : grid.rows()) {
      line++;
      for (int column = 0; column < row.size(); column++) {
        if (row.get(column) instanceof Boolean flag) {
          sheet.value(line, column, flag);
        } else if (!row.get(column).equals("")) {
          sheet.value(line, column, row.get(column).toString());
        }
      }
    }
  }

  /** The library says in the file when it was made, which would be another file each time. */
  private static void withoutTime(byte[] workbook, OutputStream out) throws IOException {
    try (ZipFile zip = ZipFile.builder().setByteArray(workbook).get();
        ZipOutputStream copy = new ZipOutputStream(out)) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        ZipEntry same = new ZipEntry(entry.getName());
        same.setTimeLocal(java.time.LocalDateTime.of(1980, 1, 1, 0, 0));
        copy.putNextEntry(same);
        try (InputStream in = zip.getInputStream(entry)) {
          content(entry.getName(), in).transferTo(copy);
        }
        copy.closeEntry();
      }
    }
  }

  private static InputStream content(String name, InputStream in) throws IOException {
    if (!name.equals("docProps/core.xml")) {
      return in;
    }
    String properties = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    return new ByteArrayInputStream(
        properties
            .replaceAll("<dcterms:created[^>]*>[^<]*</dcterms:created>", "")
            .getBytes(StandardCharsets.UTF_8));
  }
}
