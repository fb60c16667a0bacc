package dev.yiben.formats.format.docx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.format.Coverage;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.DocumentException;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.Layout;
import dev.yiben.formats.format.OfficeOptions;
import dev.yiben.formats.format.Revisions;
import dev.yiben.formats.format.TargetLookup;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.DocumentDocument;

/** Real documents in each layout, and with each choice for tracked changes. */
final class WordChoicesTest {
  private static final Path CORPUS = Path.of("../../shared/corpus/docx");
  private static final int MOST_BYTES = 60_000;
  private static final String DOCUMENT = "word/document.xml";
  private static final Pattern ONCE =
      Pattern.compile(
          "<w:(?:bookmarkStart|footnoteReference|commentReference|drawing|pict)\\b|paraId=");

  @TempDir private Path folder;

  @BeforeAll
  static void hasCorpus() {
    assumeTrue(Files.isDirectory(CORPUS), "no folder " + CORPUS);
  }

  private static List<FormatOptions> choices() {
    List<FormatOptions> choices = new ArrayList<>();
    for (Layout layout : Layout.values()) {
      choices.add(FormatOptions.DEFAULT.with(layout));
    }
    OfficeOptions office = OfficeOptions.DEFAULT;
    for (Revisions revisions : Set.of(Revisions.REJECT, Revisions.KEEP)) {
      choices.add(
          FormatOptions.DEFAULT.with(
              new OfficeOptions(
                  revisions,
                  office.hiddenText(),
                  office.documentProperties(),
                  office.masterText(),
                  office.sheetNames(),
                  office.cells())));
    }
    return choices;
  }

  @TestFactory
  Stream<DynamicTest> keepsDocumentsThatAreNotTranslatedAndWritesOthersAsTheSchemaSays()
      throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.list(CORPUS)) {
      files = walk.sorted().toList();
    }
    return files.stream()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> judge(file)));
  }

  private void judge(Path file) throws IOException {
    byte[] original = Files.readAllBytes(file);
    assumeTrue(original.length < MOST_BYTES, "large documents tell no more, but take longer");
    for (FormatOptions options : choices()) {
      try (Document document = new DocxFormat().open(file, options)) {
        assertThat(merged(document, Map.of())).isEqualTo(original);
        assertCounted(document);
        Path written = folder.resolve("written.docx");
        Files.write(written, merged(document, targets(document)));
        assertSound(file, written, options);
      } catch (DocumentException e) {
        assertThat(e.getMessage()).startsWith(file.toString());
        return;
      }
    }
  }

  private static void assertCounted(Document document) {
    Coverage coverage = document.coverage();
    long inside =
        document.segments().stream()
            .mapToLong(segment -> Coverage.characters(segment.source().plainText()))
            .sum();
    long outside = coverage.outside().values().stream().mapToLong(Long::longValue).sum();
    assertThat(inside + outside).isEqualTo(coverage.total());
  }

  private void assertSound(Path file, Path written, FormatOptions options) throws IOException {
    // Word writes documents that its own schema does not know all of.
    if (errors(file).isEmpty()) {
      assertThat(errors(written))
          .as("%s %s", options.layout(), options.office().revisions())
          .isEmpty();
    }
    assertThat(count(written)).isLessThanOrEqualTo(count(file));
    try (Document again = new DocxFormat().open(written, FormatOptions.DEFAULT)) {
      assertThat(again.notices()).noneMatch(notice -> notice.contains("not well-formed"));
    }
  }

  /** Returns how often there is what must not be there twice. */
  private static long count(Path file) throws IOException {
    Matcher once = ONCE.matcher(document(file));
    return once.results().count();
  }

  private static String document(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return zip.getEntry(DOCUMENT) == null
          ? "<x/>"
          : new String(zip.getInputStream(zip.getEntry(DOCUMENT)).readAllBytes(), UTF_8);
    }
  }

  /** Returns where a document's main part is not as the schema says (ISO/IEC 29500-4). */
  private static Set<String> errors(Path file) throws IOException {
    Set<String> found = new TreeSet<>();
    List<XmlError> errors = new ArrayList<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.getEntry(DOCUMENT) != null) {
        XmlObject document =
            DocumentDocument.Factory.parse(zip.getInputStream(zip.getEntry(DOCUMENT)));
        document.validate(new XmlOptions().setErrorListener(errors));
      }
    } catch (XmlException e) {
      found.add(e.getMessage());
    }
    errors.forEach(error -> found.add(error.getMessage()));
    return found;
  }

  private static Map<SegmentId, CodedText> targets(Document document) {
    Map<SegmentId, CodedText> targets = new HashMap<>();
    for (Segment segment : document.segments()) {
      if (segment.skipRule().isEmpty()) {
        targets.put(
            segment.id(), segment.source().withMarked("«" + segment.source().marked() + "»"));
      }
    }
    return targets;
  }

  private static byte[] merged(Document document, Map<SegmentId, CodedText> targets)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<String> problems =
        document.merge(
            new TargetLookup() {
              @Override
              public String targetLanguage() {
                return "fr";
              }

              @Override
              public Optional<CodedText> target(SegmentId id) {
                return Optional.ofNullable(targets.get(id));
              }
            },
            out);
    assertThat(problems).noneMatch(problem -> problem.contains("codes"));
    return out.toByteArray();
  }
}
