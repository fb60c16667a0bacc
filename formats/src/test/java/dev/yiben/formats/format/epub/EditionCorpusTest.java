package dev.yiben.formats.format.epub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.InlineCode;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Writes real books in other directions and in two languages, and has EPUBCheck look at them. */
class EditionCorpusTest {
  private static final Path CORPUS = Path.of("..", "..", "shared", "corpus", "epub");

  /** One of each kind; {@code -Deditions.all} takes all there are. */
  private static final List<String> KINDS =
      List.of(
          "internallinks.epub",
          "kusamakura-japanese-vertical-writing.epub",
          "minimal.epub",
          "ops-dtbook-valid.epub",
          "opf-legacy-oebps12-mediatype-html-warning.epub",
          "page-blanche.epub",
          "regime-anticancer-arabic.epub",
          "wasteland-otf-obf.epub");

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> givesEpubCheckNothingNewToSay() throws IOException {
    assumeTrue(Files.isDirectory(CORPUS), "the corpus is not at " + CORPUS);
    List<DynamicTest> tests = new ArrayList<>();
    try (Stream<Path> files = Files.list(CORPUS)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (KINDS.contains(name) || System.getProperty("editions.all") != null) {
          tests.add(DynamicTest.dynamicTest(name, () -> check(file)));
        }
      }
    }
    return tests.stream();
  }

  private void check(Path file) throws IOException {
    Map<String, Long> before = EpubChecker.errors(file);
    for (Layout layout : Layout.values()) {
      Path written = folder.resolve(layout + ".epub");
      String target = layout == Layout.BILINGUAL ? "zh" : "ar";
      try (Document document = new EpubFormat().open(file, FormatOptions.DEFAULT.with(layout))) {
        write(document, target, written);
      } catch (DocumentException e) {
        assertThat(e.getMessage()).contains("no package document");
        return;
      }
      EpubChecker.errors(written)
          .forEach(
              (message, count) ->
                  assertThat(count)
                      .as("%s in %s, %s", message, target, layout)
                      // A link to nowhere leads there in both copies.
                      .isLessThanOrEqualTo(
                          before.getOrDefault(message, 0L) * (layout.isBilingual() ? 2 : 1)));
      String kept = System.getProperty("editions.kept");
      if (kept != null) {
        Files.copy(written, Path.of(kept, layout + "-" + file.getFileName()));
      }
    }
  }

  private static void write(Document document, String target, Path file) throws IOException {
    Map<SegmentId, CodedText> targets =
        document.segments().stream()
            .filter(segment -> segment.skipRule().isEmpty())
            .collect(Collectors.toMap(Segment::id, s -> translated(s.source(), target)));
    TargetLookup lookup =
        new TargetLookup() {
          @Override
          public String targetLanguage() {
            return target;
          }

          @Override
          public Optional<CodedText> target(SegmentId id) {
            return Optional.ofNullable(targets.get(id));
          }
        };
    try (OutputStream out = Files.newOutputStream(file)) {
      document.merge(lookup, out);
    }
  }

  /** Writes a word of the language for each of the source's, with the codes in their order. */
  private static CodedText translated(CodedText source, String target) {
    StringBuilder marked = new StringBuilder();
    String word = target.equals("ar") ? "كلمة " : "文字";
    source
        .content()
        .forEach(
            inline ->
                marked.append(
                    inline instanceof InlineCode code
                        ? code.placeholder()
                        : word.repeat(1 + Math.min(60, source.plainText().length() / 12))));
    return source.withMarked(marked.append('.').toString());
  }
}
