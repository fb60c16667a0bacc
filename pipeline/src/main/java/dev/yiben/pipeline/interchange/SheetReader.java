package dev.yiben.pipeline.interchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** Reads workbooks row by row, by the names of their columns. */
final class SheetReader {
  private final Map<String, List<Map<String, String>>> sheets = new LinkedHashMap<>();

  private SheetReader() {}

  /**
   * Reads a workbook.
   *
   * @throws ExchangeException if it is none
   */
  static ReturnedFile read(Path file) throws IOException {
    SheetReader reader = new SheetReader();
    try (OPCPackage opened = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
      reader.read(opened);
      return reader.file();
    } catch (OpenXML4JException | SAXException | ParserConfigurationException e) {
      throw unreadable(file, e);
    } catch (RuntimeException e) {
      // What the library throws at broken files is not told by its types.
      throw unreadable(file, e);
    }
  }

  private static ExchangeException unreadable(Path file, Exception cause) {
    return new ExchangeException(
        file + ": is no workbook that can be read; save it again as .xlsx", cause);
  }

  private void read(OPCPackage opened)
      throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
    XSSFReader workbook = new XSSFReader(opened);
    workbook.setUseReadOnlySharedStringsTable(true);
    XSSFReader.SheetIterator found = workbook.getSheetIterator();
    while (found.hasNext()) {
      try (InputStream in = found.next()) {
        SheetRows rows = new SheetRows();
        XMLReader parser = XMLHelper.newXMLReader();
        parser.setContentHandler(
            new XSSFSheetXMLHandler(
                workbook.getStylesTable(), workbook.getSharedStringsTable(), rows, false));
        parser.parse(new InputSource(in));
        sheets.put(found.getSheetName(), rows.rows());
      }
    }
  }

  private ReturnedFile file() {
    List<Map<String, String>> origins = sheets.getOrDefault(SheetLayout.ORIGINS, List.of());
    sheets.remove(SheetLayout.ORIGINS);
    sheets.values().removeIf(rows -> !isReview(rows));
    List<ReturnedDocument> documents = new ArrayList<>();
    boolean inOrder = sheets.size() == origins.size();
    sheets.forEach(
        (name, rows) -> {
          Map<String, String> origin =
              origins.stream()
                  .filter(row -> name.equals(row.get(SheetLayout.SHEET)))
                  .findFirst()
                  .or(() -> inOrder ? Optional.of(origins.get(documents.size())) : Optional.empty())
                  .orElse(Map.of());
          documents.add(
              new ReturnedDocument(
                  origin(origin), rows.stream().flatMap(row -> unit(row).stream()).toList()));
        });
    return new ReturnedFile(
        language(origins, SheetLayout.SOURCE_LANGUAGE),
        language(origins, SheetLayout.TARGET_LANGUAGE),
        documents);
  }

  private static boolean isReview(List<Map<String, String>> rows) {
    return !rows.isEmpty()
        && rows.stream()
            .anyMatch(
                row -> row.containsKey(SheetLayout.SOURCE) && row.containsKey(SheetLayout.ID));
  }

  private static Optional<String> language(List<Map<String, String>> origins, String column) {
    return origins.stream().flatMap(row -> value(row, column).stream()).findFirst();
  }

  private static Origin origin(Map<String, String> row) {
    return new Origin(
        row.getOrDefault(SheetLayout.ORIGINAL, ""),
        value(row, SheetLayout.PART),
        value(row, SheetLayout.FORMAT),
        value(row, SheetLayout.TARGETS).filter(Xliff.OF_RUN::equals).isPresent(),
        Origin.readingOf(row.getOrDefault(SheetLayout.READING, "")));
  }

  private static Optional<ReturnedUnit> unit(Map<String, String> row) {
    String source = row.getOrDefault(SheetLayout.SOURCE, "");
    Optional<String> target = value(row, SheetLayout.TARGET).map(SheetText::marked);
    if (source.isEmpty() && target.isEmpty()) {
      return Optional.empty();
    }
    ReviewState state =
        value(row, SheetLayout.STATE)
            .flatMap(ReviewState::named)
            .orElse(target.isPresent() ? ReviewState.TRANSLATED : ReviewState.UNTRANSLATED);
    return Optional.of(
        new ReturnedUnit(
            row.getOrDefault(SheetLayout.ID, ""),
            SheetText.marked(source),
            target,
            state,
            Optional.empty()));
  }

  private static Optional<String> value(Map<String, String> row, String column) {
    return Optional.ofNullable(row.get(column)).filter(value -> !value.isBlank());
  }
}
