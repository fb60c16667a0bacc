package dev.yiben.formats.format.docx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.archive.Archive;
import dev.yiben.formats.archive.ArchiveLimits;
import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Inline;
import dev.yiben.formats.document.InlineCode;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.document.TextRun;
import dev.yiben.formats.format.Coverage;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.RubyReadings;
import dev.yiben.formats.format.TargetLookup;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What becomes of all that stands in paragraphs: each file of {@code paragraphs} has the source of
 * some, their segments, and what is written where each is translated into itself in capitals, or
 * into the targets that the file has. {@code -Dgolden.update=true} writes what comes of them.
 */
final class ParagraphCasesTest {
  private static final Path CASES =
      Path.of("src/test/resources/dev/yiben/formats/format/docx/paragraphs");
  private static final String SOURCE = "source:\n";
  private static final String TARGETS = "targets:\n";
  private static final String SEGMENTS = "segments:\n";
  private static final String WRITTEN = "written:\n";

  @TempDir private Path folder;

  static List<String> cases() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** Returns the source of a case. */
  static String source(String name) throws IOException {
    return section(Files.readString(CASES.resolve(name)), SOURCE);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void readsAndWritesAsTheCaseSays(String name) throws IOException {
    Path file = CASES.resolve(name);
    String golden = Files.readString(file);
    String source = section(golden, SOURCE);
    FormatOptions options =
        golden.startsWith("ruby: keep")
            ? FormatOptions.DEFAULT.with(RubyReadings.KEEP)
            : FormatOptions.DEFAULT;
    Path written = folder.resolve("written.docx");
    String segments;
    try (Document document = open(source, options)) {
      segments =
          document.segments().stream()
              .map(segment -> segment.role() + " " + shown(segment.source()) + "\n")
              .collect(Collectors.joining());
      segments += accounts(document);
      Files.write(written, merged(document, section(golden, TARGETS).lines().toList()));
    }
    String body = body(written);
    if (Boolean.getBoolean("golden.update")) {
      String head = golden.split(SEGMENTS, -1)[0];
      Files.writeString(file, head + SEGMENTS + segments + WRITTEN + body);
      return;
    }
    assertThat(segments).isEqualTo(section(golden, SEGMENTS));
    assertThat(body).isEqualTo(section(golden, WRITTEN));
  }

  private static String section(String golden, String name) {
    int start = golden.indexOf(name);
    if (start < 0) {
      return "";
    }
    String rest = golden.substring(start + name.length());
    return rest.split("(?m)^(?=[a-z]+:$)", 2)[0];
  }

  private Document open(String source, FormatOptions options) throws IOException {
    Path file = Files.write(folder.resolve("case.docx"), new WordFile().body(source).bytes());
    return new DocxFormat().open(file, options);
  }

  private static String shown(CodedText text) {
    StringBuilder shown = new StringBuilder(text.marked());
    for (InlineCode code : text.codes()) {
      if (!code.text().isBlank()) {
        shown.append(" ").append(code.placeholder()).append("=").append(code.text());
      }
    }
    return shown.toString();
  }

  /** Returns what is in no segment, once all adds up. */
  private static String accounts(Document document) {
    Coverage coverage = document.coverage();
    long inside =
        document.segments().stream()
            .mapToLong(segment -> Coverage.characters(segment.source().plainText()))
            .sum();
    long outside = coverage.outside().values().stream().mapToLong(Long::longValue).sum();
    assertThat(inside + outside).isEqualTo(coverage.total());
    return coverage.outside().keySet().stream()
        .sorted()
        .map(rule -> "outside: " + rule + " " + coverage.outside().get(rule) + "\n")
        .collect(Collectors.joining());
  }

  private static byte[] merged(Document document, List<String> given) throws IOException {
    Map<SegmentId, CodedText> targets = new HashMap<>();
    int next = 0;
    for (Segment segment : document.segments()) {
      CodedText source = segment.source();
      targets.put(
          segment.id(), given.isEmpty() ? capitals(source) : source.withMarked(given.get(next++)));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<String> problems =
        document.merge(
            new TargetLookup() {
              @Override
              public String targetLanguage() {
                return given.isEmpty() ? "fr" : "zh";
              }

              @Override
              public Optional<CodedText> target(SegmentId id) {
                return Optional.ofNullable(targets.get(id));
              }
            },
            out);
    assertThat(problems).isEmpty();
    return out.toByteArray();
  }

  private static CodedText capitals(CodedText source) {
    StringBuilder marked = new StringBuilder();
    for (Inline inline : source.content()) {
      marked.append(
          inline instanceof TextRun run
              ? run.text().toUpperCase(Locale.ROOT).replace("灯", "LAMP")
              : ((InlineCode) inline).placeholder());
    }
    return source.withMarked(marked.toString());
  }

  private static String body(Path file) throws IOException {
    try (Archive archive = Archive.open(file, ArchiveLimits.DEFAULT)) {
      String xml = new String(archive.read("word/document.xml").orElseThrow(), UTF_8);
      return xml.substring(xml.indexOf("<w:body>") + 8, xml.indexOf("<w:sectPr/>"));
    }
  }
}
