package dev.yiben.formats.format.renpy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Inline;
import dev.yiben.formats.document.InlineCode;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.document.TextRun;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.TargetLookup;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real games and their translations, beside the repository. */
final class RenpyCorpusTest {
  private static final Path CORPUS = Path.of("../../shared/corpus/renpy");

  @TempDir private Path folder;

  @BeforeAll
  static void hasCorpus() {
    assumeTrue(Files.isDirectory(CORPUS), "no folder " + CORPUS);
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> walk = Files.walk(CORPUS)) {
      return walk.filter(file -> file.toString().endsWith(".rpy")).sorted().toList();
    }
  }

  private static byte[] merged(Document document, Map<SegmentId, CodedText> targets)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.merge(
        new TargetLookup() {
          @Override
          public String targetLanguage() {
            return "zh";
          }

          @Override
          public Optional<CodedText> target(SegmentId id) {
            return Optional.ofNullable(targets.get(id));
          }
        },
        out);
    return out.toByteArray();
  }

  private static CodedText pseudo(CodedText source) {
    StringBuilder marked = new StringBuilder("«");
    for (Inline inline : source.content()) {
      marked.append(
          inline instanceof TextRun run
              ? run.text().replace('a', 'å') + "\"'"
              : ((InlineCode) inline).placeholder());
    }
    return source.withMarked(marked.append("[{%\\»").toString());
  }

  @Test
  void keepsEveryFileByteForByteWithoutTargets() throws IOException {
    int opened = 0;
    for (Path file : files()) {
      try (Document document = new RenpyFormat().open(file)) {
        opened++;
        Map<SegmentId, CodedText> same = new HashMap<>();
        document.segments().forEach(segment -> same.put(segment.id(), segment.source()));
        assertThat(merged(document, Map.of())).as("%s", file).isEqualTo(Files.readAllBytes(file));
        assertThat(merged(document, same)).as("%s", file).isEqualTo(Files.readAllBytes(file));
      }
    }
    assertThat(opened).isGreaterThan(70);
  }

  @Test
  void readsWhatItWroteInEveryFile() throws IOException {
    for (Path file : files()) {
      try (Document document = new RenpyFormat().open(file)) {
        Map<SegmentId, CodedText> targets = new HashMap<>();
        for (Segment segment : document.segments()) {
          targets.put(segment.id(), pseudo(segment.source()));
        }
        Path written = folder.resolve(file.getFileName());
        Files.write(written, merged(document, targets));
        try (Document again = new RenpyFormat().open(written)) {
          assertThat(again.segments())
              .extracting(Segment::id)
              .as("%s", file)
              .isEqualTo(document.segments().stream().map(Segment::id).toList());
          boolean translations = file.toString().contains("tl" + File.separator);
          for (Segment segment : again.segments()) {
            CodedText expected = targets.get(segment.id());
            CodedText shown =
                translations && segment.hints().existing().isPresent()
                    ? segment.hints().existing().get()
                    : segment.source();
            assertThat(shown.plainText())
                .as("%s %s", file, segment.id())
                .isEqualTo(expected.plainText());
          }
          assertThat(again.notices()).as("%s", file).isEqualTo(document.notices());
        }
      }
    }
  }
}
