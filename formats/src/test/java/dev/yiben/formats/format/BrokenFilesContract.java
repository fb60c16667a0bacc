package dev.yiben.formats.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.encoding.EncodingDetector;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What holds for files that are broken: what can be kept is kept, nothing is lost, and the reader
 * is told what was odd.
 */
public abstract class BrokenFilesContract {
  private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

  @TempDir protected Path folder;

  /** A broken file and what is to become of it. */
  protected static final class Broken {
    private final String name;
    private final byte[] content;
    private final List<String> segments;
    private final List<String> notices;

    private Broken(String name, byte[] content, List<String> segments, List<String> notices) {
      this.name = name;
      this.content = content;
      this.segments = segments;
      this.notices = notices;
    }

    /**
     * Returns a file in UTF-8 of which there is nothing to tell.
     *
     * @param name what is broken, and a file name's extension
     * @param segments the marked sources of its segments
     */
    public static Broken of(String name, String content, String... segments) {
      return new Broken(name, content.getBytes(UTF_8), List.of(segments), List.of());
    }

    /** Returns this file with what is to be in each notice, in their order. */
    public Broken telling(String... told) {
      return new Broken(name, content, segments, List.of(told));
    }

    /** Returns this file with other bytes. */
    public Broken as(byte[] bytes) {
      return new Broken(name, bytes.clone(), segments, notices);
    }
  }

  /** Returns the format to test. */
  protected abstract DocumentFormat format();

  /** Returns at least ten files. */
  protected abstract List<Broken> files();

  @TestFactory
  Stream<DynamicTest> keepsWhatCanBeKeptAndTellsWhatIsOdd() {
    assertThat(files()).hasSizeGreaterThanOrEqualTo(10);
    return files().stream()
        .map(broken -> DynamicTest.dynamicTest(broken.name, () -> check(broken)));
  }

  private void check(Broken broken) throws IOException {
    Path file = Files.write(folder.resolve(broken.name.replace(' ', '-')), broken.content);
    try (Document document = format().open(file)) {
      assertThat(document.segments())
          .extracting(segment -> segment.source().marked())
          .containsExactlyElementsOf(broken.segments);
      assertThat(document.notices()).hasSameSizeAs(broken.notices);
      for (int i = 0; i < broken.notices.size(); i++) {
        assertThat(document.notices().get(i)).contains(broken.notices.get(i));
      }
      assertThat(merged(document, Map.of())).isEqualTo(broken.content);
      assertNoWordIsLost(document);
    }
  }

  /** Every word is in a segment, or still there when all segments are translated. */
  private static void assertNoWordIsLost(Document document) throws IOException {
    Map<SegmentId, CodedText> targets = new HashMap<>();
    List<String> sources = new ArrayList<>();
    for (Segment segment : document.segments()) {
      CodedText source = segment.source();
      String codes =
          source.codes().stream().map(code -> code.placeholder()).collect(Collectors.joining());
      targets.put(segment.id(), source.withMarked("ü" + codes));
      sources.add(source.visibleText());
      sources.add(source.marked());
    }
    Set<String> kept = new HashSet<>(words(String.join("\n", sources)));
    kept.addAll(words(decoded(merged(document, targets))));
    assertThat(kept).containsAll(words(decoded(merged(document, Map.of()))));
  }

  /** Reads bytes as the detector does, so that both readings are of one encoding. */
  private static String decoded(byte[] bytes) {
    return EncodingDetector.decode(bytes).source().text();
  }

  private static List<String> words(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).toList();
  }

  private static byte[] merged(Document document, Map<SegmentId, CodedText> targets)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.merge(
        new TargetLookup() {
          @Override
          public String targetLanguage() {
            return "de";
          }

          @Override
          public Optional<CodedText> target(SegmentId id) {
            return Optional.ofNullable(targets.get(id));
          }
        },
        out);
    return out.toByteArray();
  }
}
