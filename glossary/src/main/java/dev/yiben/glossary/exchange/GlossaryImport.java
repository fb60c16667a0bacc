package dev.yiben.glossary.exchange;

import dev.yiben.glossary.GlossaryException;
import dev.yiben.glossary.GlossaryReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads glossaries of other tools, whose formats are found out by content and names of columns. */
public final class GlossaryImport {
  private static final int MAX_BYTES = 64 << 20;

  private GlossaryImport() {}

  /**
   * Reads a file.
   *
   * @throws GlossaryException if it cannot be read, or is no glossary of any known format
   */
  public static Imported read(Path file, ImportOptions options) {
    String name = name(file);
    if (name.endsWith(".yaml") || name.endsWith(".yml")) {
      return new Imported(GlossaryReader.read(file), "YAML", List.of());
    }
    byte[] bytes = bytes(file);
    List<Notice> notices = new ArrayList<>();
    Draft draft = new Draft(notices);
    String format = read(file, bytes, options, notices, draft);
    return new Imported(draft.glossary(), format, notices);
  }

  private static String read(
      Path file, byte[] bytes, ImportOptions options, List<Notice> notices, Draft draft) {
    TableReader tables = new TableReader(file, options, notices, draft);
    HeaderReader headers = new HeaderReader(file, options, notices);
    if (TextFile.startsWith(bytes, 'P', 'K', 3, 4)) {
      XlsxTables.read(file, bytes).stream().map(headers::table).forEach(tables::read);
      return "XLSX";
    }
    if (TextFile.startsWith(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
      throw new GlossaryException(file, "a file of old Excel; save it as .xlsx");
    }
    TextFile decoded = TextFile.decode(file, bytes, options.encoding());
    decoded
        .guess()
        .ifPresent(guess -> notices.add(new Notice(0, "read as " + guess + ", which is a guess")));
    String text = decoded.text();
    String start = text.stripLeading();
    boolean columns = name(file).matches(".*\\.(csv|tsv|tab)");
    if (start.startsWith("<") && !columns) {
      new TbxReader(file, options, notices, draft).read(text);
      return "TBX";
    }
    String named = baseName(file);
    if ((start.startsWith("[") || start.startsWith("{")) && !columns) {
      new JsonTables(file, notices)
          .read(text).stream()
              .map(
                  table ->
                      table.name().isEmpty()
                          ? new Table(named, table.rows(), table.ofTool())
                          : table)
              .forEach(tables::read);
      return "JSON";
    }
    if (start.isEmpty()) {
      throw new GlossaryException(file, "the file is empty");
    }
    tables.read(headers.table(new Sheet(named, CsvTables.read(file, text))));
    return "CSV";
  }

  private static String baseName(Path file) {
    return name(file).replaceFirst("\\.[^.]*$", "");
  }

  private static String name(Path file) {
    Path name = file.getFileName();
    return name == null ? "" : name.toString().toLowerCase(Locale.ROOT);
  }

  private static byte[] bytes(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new GlossaryException(file, "over 64 MiB; split the file");
      }
      return bytes;
    } catch (NoSuchFileException e) {
      throw new GlossaryException(file, "there is no such file; check its path");
    } catch (IOException e) {
      throw new GlossaryException(file, "cannot be read: " + e.getMessage());
    }
  }
}
