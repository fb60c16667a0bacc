package dev.yiben.formats.format.epub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Inline;
import dev.yiben.formats.document.InlineCode;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.document.TextRun;
import dev.yiben.formats.format.Coverage;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.DocumentException;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.Layout;
import dev.yiben.formats.format.TargetLookup;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Holds the samples, and real books where they are at hand, to what the format promises. */
class EpubCorpusTest {
  private static final Path CORPUS = Path.of("..", "..", "shared", "corpus", "epub");

  private static final List<Path> OWN =
      List.of(
          Path.of("..", "samples", "almanac.epub"), Path.of("..", "samples", "lighthouse.epub"));

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> accountsForAllTextAndWritesTheSameBytesWhereTargetsEqualSources()
      throws IOException {
    return eachReadable(
        (file, document) -> {
          Coverage coverage = document.coverage();
          long inside =
              document.segments().stream()
                  .mapToLong(segment -> Coverage.characters(segment.source().plainText()))
                  .sum();
          long outside = coverage.outside().values().stream().mapToLong(Long::longValue).sum();
          assertThat(inside + outside).isEqualTo(coverage.total());
          assertThat(coverage.total()).isEqualTo(TextCount.ofBook(file));
          assertThat(Files.mismatch(file, merge(document, source -> source))).isEqualTo(-1);
        });
  }

  @TestFactory
  Stream<DynamicTest> keepsMarkupOfTranslatedBooks() throws IOException {
    return eachReadable(
        (file, document) -> {
          Path written = merge(document, EpubCorpusTest::accented);
          try (JsoupBook before = new JsoupBook(file);
              JsoupBook after = new JsoupBook(written)) {
            assertThat(after.names()).isEqualTo(before.names());
            for (String name : before.names()) {
              assertThat(Shape.of(after.document(name)))
                  .as(name)
                  .isEqualTo(Shape.of(before.document(name)));
              assertThat(
                      Reading.difference(
                          Reading.of(before.document(name)),
                          withoutAccents(Reading.of(after.document(name)))))
                  .as("the words of %s", name)
                  .isEmpty();
            }
            assertThat(LinkMap.of(after)).isEqualTo(LinkMap.of(before));
          }
          try (Document again = new EpubFormat().open(written)) {
            List<Segment> before = document.segments();
            List<Segment> after = again.segments();
            assertThat(after).hasSameSizeAs(before);
            for (int i = 0; i < before.size(); i++) {
              assertThat(after.get(i).id()).isEqualTo(before.get(i).id());
              assertThat(after.get(i).source().plainText())
                  .isEqualTo(
                      before.get(i).skipRule().isPresent()
                          ? before.get(i).source().plainText()
                          : accented(before.get(i).source()).plainText());
            }
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> givesEpubCheckNothingNewToSay() throws IOException {
    return eachReadable(
        (file, document) -> {
          Path written = merge(document, EpubCorpusTest::accented);
          Map<String, Long> before = EpubChecker.errors(file);
          EpubChecker.errors(written)
              .forEach(
                  (message, count) ->
                      assertThat(count)
                          .as(message)
                          .isLessThanOrEqualTo(before.getOrDefault(message, 0L)));
        });
  }

  @TestFactory
  Stream<DynamicTest> keepsSamplesValidInTwoLanguages() {
    return OWN.stream()
        .flatMap(
            file ->
                Stream.of(Layout.BILINGUAL, Layout.BILINGUAL_ABOVE, Layout.BILINGUAL_SIDE)
                    .map(
                        layout ->
                            DynamicTest.dynamicTest(
                                file.getFileName() + " " + layout,
                                () -> assertValidInTwoLanguages(file, layout))));
  }

  private void assertValidInTwoLanguages(Path file, Layout layout) throws IOException {
    try (Document document = new EpubFormat().open(file, FormatOptions.DEFAULT.with(layout))) {
      Path written = merge(document, EpubCorpusTest::accented);
      assertThat(EpubChecker.errors(written)).isEmpty();
      try (JsoupBook before = new JsoupBook(file);
          JsoupBook after = new JsoupBook(written)) {
        LinkMap links = LinkMap.of(after);
        LinkMap.of(before)
            .ids()
            .forEach((name, ids) -> assertThat(links.ids().get(name)).containsAll(ids));
        links
            .ids()
            .forEach((name, ids) -> assertThat(ids).as("ids of %s", name).doesNotHaveDuplicates());
        links
            .links()
            .values()
            .forEach(all -> assertThat(all).noneMatch(link -> link.contains(" without ")));
      }
    }
  }

  /** What to verify about a book that opens. */
  private interface Check {
    void run(Path file, Document document) throws IOException;
  }

  private static Stream<DynamicTest> eachReadable(Check check) throws IOException {
    List<Path> books = new ArrayList<>(OWN);
    if (Files.isDirectory(CORPUS)) {
      try (Stream<Path> files = Files.list(CORPUS)) {
        files.sorted().forEach(books::add);
      }
    }
    return books.stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(),
                    () -> {
                      try (Document document = new EpubFormat().open(file)) {
                        check.run(file, document);
                      } catch (DocumentException e) {
                        assertThat(e.getMessage()).contains("no package document");
                      }
                    }));
  }

  private Path merge(Document document, UnaryOperator<CodedText> translation) throws IOException {
    Map<SegmentId, CodedText> targets =
        document.segments().stream()
            .filter(segment -> segment.skipRule().isEmpty())
            .collect(Collectors.toMap(Segment::id, s -> translation.apply(s.source())));
    Path written = folder.resolve("written.epub");
    try (OutputStream out = Files.newOutputStream(written)) {
      assertThat(document.merge(lookup(targets), out))
          .allMatch(notice -> notice.startsWith("pages have a fixed layout"));
    }
    return written;
  }

  private static TargetLookup lookup(Map<SegmentId, CodedText> targets) {
    return new TargetLookup() {
      @Override
      public String targetLanguage() {
        return "fr-CA";
      }

      @Override
      public Optional<CodedText> target(SegmentId id) {
        return Optional.ofNullable(targets.get(id));
      }
    };
  }

  private static String withoutAccents(String text) {
    return text.replace("\u0301", "");
  }

  /** Puts an accent on every letter. */
  private static CodedText accented(CodedText source) {
    StringBuilder marked = new StringBuilder();
    for (Inline inline : source.content()) {
      if (inline instanceof TextRun run) {
        run.text()
            .codePoints()
            .forEach(
                c -> {
                  marked.appendCodePoint(c);
                  if (Character.isLetter(c)) {
                    marked.append('\u0301');
                  }
                });
      } else {
        marked.append(((InlineCode) inline).placeholder());
      }
    }
    return source.withMarked(marked.toString());
  }
}
