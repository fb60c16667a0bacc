package dev.yiben.formats.format.xlsx;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.TargetLookup;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook as it is written. */
final class TranslatedWorkbook {
  private final byte[] bytes;
  private final List<String> problems;

  private TranslatedWorkbook(byte[] bytes, List<String> problems) {
    this.bytes = bytes;
    this.problems = problems;
  }

  /** Returns what was told of the writing. */
  List<String> problems() {
    return problems;
  }

  /** Translates segments whose marked source is a key of the targets. */
  static TranslatedWorkbook of(
      Path folder, byte[] content, FormatOptions options, Map<String, String> targets)
      throws IOException {
    Path file = Files.write(folder.resolve("test.xlsx"), content);
    try (Document document = new XlsxFormat().open(file, options)) {
      Map<SegmentId, CodedText> found = new HashMap<>();
      for (Segment segment : document.segments()) {
        String target = targets.get(segment.source().marked());
        if (target != null) {
          found.put(segment.id(), segment.source().withMarked(target));
        }
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      List<String> problems =
          document.merge(
              new TargetLookup() {
                @Override
                public String targetLanguage() {
                  return "zh";
                }

                @Override
                public Optional<CodedText> target(SegmentId id) {
                  return Optional.ofNullable(found.get(id));
                }
              },
              out);
      return new TranslatedWorkbook(out.toByteArray(), problems);
    }
  }

  /** Opens a workbook as the format does. */
  static Document document(Path folder, byte[] content) throws IOException {
    return new XlsxFormat().open(Files.write(folder.resolve("test.xlsx"), content));
  }

  /** Returns a part as it is written. */
  String part(String name) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(name)) {
          return new String(zip.readAllBytes(), UTF_8);
        }
      }
    }
    throw new AssertionError("There is no part " + name);
  }

  /** Opens the file with POI. */
  XSSFWorkbook open() throws IOException {
    return new XSSFWorkbook(new ByteArrayInputStream(bytes));
  }
}
