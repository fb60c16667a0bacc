package dev.yiben.glossary.exchange;

import dev.yiben.glossary.GlossaryException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads texts of columns with any of the usual separators, found out by how even they cut. */
final class CsvTables {
  private static final List<Character> SEPARATORS = List.of('\t', ',', ';', '|');
  private static final int SAMPLE_RECORDS = 50;
  private static final int MAX_ROWS = 500_000;

  private CsvTables() {}

  /** Returns the records, each with its line. */
  static List<Sheet.Cells> read(Path file, String text) {
    char separator = separator(text);
    // Where columns are cut by tabs, quotes are often just characters.
    boolean quoted = separator != '\t' || parses(text, separator);
    List<Sheet.Cells> rows = new ArrayList<>();
    try (CSVParser parser = parser(text, separator, quoted)) {
      long line = 1;
      for (CSVRecord record : parser) {
        rows.add(new Sheet.Cells((int) line, record.toList()));
        line = parser.getCurrentLineNumber() + 1;
        if (rows.size() > MAX_ROWS) {
          throw new GlossaryException(file, "more than " + MAX_ROWS + " lines; split the file");
        }
      }
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      throw new GlossaryException(
          file, rows.size() + 1, "the quotes of this line are wrong; write a quote as \"\"");
    }
    return rows;
  }

  private static CSVParser parser(String text, char separator, boolean quoted) throws IOException {
    CSVFormat.Builder format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(separator)
            .setIgnoreEmptyLines(false)
            .setIgnoreSurroundingSpaces(true);
    return CSVParser.parse(
        new StringReader(text), quoted ? format.get() : format.setQuote(null).get());
  }

  private static boolean parses(String text, char separator) {
    try (CSVParser parser = parser(text, separator, true)) {
      parser.stream().forEach(record -> {});
      return true;
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      return false;
    }
  }

  private static char separator(String text) {
    char best = ',';
    int most = 0;
    for (char separator : SEPARATORS) {
      int even = even(text, separator);
      if (even > most) {
        most = even;
        best = separator;
      }
    }
    return best;
  }

  /** Returns how many of the first records have the most common number of columns above one. */
  private static int even(String text, char separator) {
    Map<Integer, Integer> records = new HashMap<>();
    try (CSVParser parser = parser(text, separator, separator != '\t')) {
      int seen = 0;
      for (CSVRecord record : parser) {
        if (record.size() > 1) {
          records.merge(record.size(), 1, Integer::sum);
        }
        seen++;
        if (seen == SAMPLE_RECORDS) {
          break;
        }
      }
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      return 0;
    }
    return Optional.of(records)
        .map(counts -> counts.values().stream().mapToInt(Integer::intValue).max().orElse(0))
        .orElse(0);
  }
}
