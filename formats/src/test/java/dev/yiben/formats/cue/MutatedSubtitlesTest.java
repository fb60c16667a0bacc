package dev.yiben.formats.cue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Inline;
import dev.yiben.formats.document.InlineCode;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.document.TextRun;
import dev.yiben.formats.format.Coverage;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.DocumentException;
import dev.yiben.formats.format.DocumentFormat;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.FormatRegistry;
import dev.yiben.formats.format.Layout;
import dev.yiben.formats.format.TargetLookup;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Breaks subtitles in many ways, and holds what becomes of each to what holds for every file.
 *
 * <p>{@code -Dyiben.mutants=20000} takes that many, {@code -Dyiben.mutants.first=N} begins with
 * another seed.
 */
class MutatedSubtitlesTest {
  private static final int FEW = 400;
  private static final List<Layout> LAYOUTS =
      List.of(Layout.TARGET, Layout.BILINGUAL, Layout.TARGET, Layout.BILINGUAL_ABOVE);
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private static final Map<String, String> SOUND =
      Map.of(
          "srt",
          """
          1
          00:00:01,000 --> 00:00:03,000 X1:010 X2:020 Y1:030 Y2:040
          {\\an8}<i>The keeper climbs the stairs
          once more.</i>

          2
          00:00:03,500 --> 00:00:05,000
          - Is the <b>lamp</b> lit?
          - MARY: Not yet, &amp; never.

          3
          00:02:10,000 --> 00:02:12,000
          1987

          4
          00:02:12,000 --> 00:02:14,000
          ♪ 灯塔很亮 ♪
          <font color="red">三</font>\\N二
          """,
          "vtt",
          """
          WEBVTT - Lamp
          Language: en

          STYLE
          ::cue { color: lime }

          NOTE
          nothing

          one
          00:00:01.000 --> 00:00:03.000 line:-1
          <v Mary>The keeper climbs the stairs
          once <c.red>more</c> &amp; sighs.

          00:03.500 --> 00:05.000
          - Is the lamp <00:04.000>lit?
          - Not <ruby>yet<rt>soon</rt></ruby>.

          00:02:10.000 --> 00:02:12.000
          1987

          00:02:12.000 --> 00:02:14.000
          ♪ 灯塔很亮 ♪
          """);

  private static final List<String> BITS =
      List.of(
          "\n",
          "\n\n",
          "\r",
          "\r\n",
          " ",
          "1",
          "42\n",
          "<i>",
          "</i>",
          "<v A>",
          "<",
          ">",
          "&",
          "-->",
          "00:00:01,000 --> 00:00:02,000\n",
          "00:01.000 --> 00:02.000\n",
          "NOTE ",
          "STYLE\n",
          "- ",
          "\u0000",
          "\uFEFF",
          "\u200B",
          "{\\an8}",
          "\\N",
          "♪",
          "[",
          ")",
          "⟦1⟧",
          "MARY: ",
          "\u00A0",
          "\uD83D",
          "<00:00:01.000>",
          "<rt>",
          "&nbsp;",
          "-",
          "X1:1");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"srt", "vtt"})
  void losesNothingWhateverIsBroken(String extension) {
    int count = Integer.getInteger("yiben.mutants", FEW);
    long first = Long.getLong("yiben.mutants.first", 1);
    DocumentFormat format = FormatRegistry.load().byId(extension).orElseThrow();
    int[] opened = new int[1];
    assertTimeout(
        LIMIT,
        () -> {
          for (long seed = first; seed < first + count; seed++) {
            byte[] mutant = mutant(SOUND.get(extension), new Random(seed)).getBytes(UTF_8);
            Path file = Files.write(folder.resolve("mutant." + extension), mutant);
            opened[0] += judge(format, file, mutant, seed) ? 1 : 0;
          }
        });
    // A mutator that only makes files that are refused would find nothing.
    assertThat(opened[0]).isGreaterThan(count / 2);
  }

  private static String mutant(String sound, Random random) {
    StringBuilder text = new StringBuilder(sound);
    for (int i = random.nextInt(8); i >= 0; i--) {
      int at = random.nextInt(text.length() + 1);
      int end = Math.min(text.length(), at + random.nextInt(20));
      switch (random.nextInt(5)) {
        case 0 -> text.delete(at, end);
        case 1 -> text.insert(at, text.substring(at, end));
        case 2 -> text.replace(at, end, BITS.get(random.nextInt(BITS.size())));
        default -> text.insert(at, BITS.get(random.nextInt(BITS.size())));
      }
    }
    return text.toString();
  }

  private static boolean judge(DocumentFormat format, Path file, byte[] bytes, long seed)
      throws IOException {
    Layout layout = LAYOUTS.get((int) (seed % LAYOUTS.size()));
    FormatOptions options = FormatOptions.DEFAULT.into("zh").with(layout);
    try (Document document = format.open(file, options)) {
      assertThat(merged(document, Map.of())).as("identity of %d", seed).isEqualTo(bytes);
      Coverage coverage = document.coverage();
      long inside = 0;
      Map<SegmentId, CodedText> same = new HashMap<>();
      Map<SegmentId, CodedText> other = new HashMap<>();
      for (Segment segment : document.segments()) {
        inside += Coverage.characters(segment.source().plainText());
        assertThat(segment.source().isNested()).isTrue();
        same.put(segment.id(), segment.source());
        other.put(segment.id(), translated(segment.source()));
      }
      long outside = coverage.outside().values().stream().mapToLong(Long::longValue).sum();
      assertThat(inside + outside).as("coverage of %d", seed).isEqualTo(coverage.total());
      assertThat(merged(document, same)).as("identity of %d", seed).isEqualTo(bytes);
      if (!document.segments().isEmpty() && layout == Layout.TARGET) {
        readsBack(format, file, document, merged(document, other), seed);
      }
      return true;
    } catch (DocumentException e) {
      assertThat(e.getMessage()).startsWith(file.toString()).doesNotContainPattern("\\R");
      return false;
    }
  }

  /** Whatever the file is like, a cue that is written is the same cue when it is read. */
  private static void readsBack(
      DocumentFormat format, Path file, Document before, byte[] written, long seed)
      throws IOException {
    Files.write(file, written);
    try (Document after = format.open(file)) {
      assertThat(after.segments())
          .as("cues of %d", seed)
          .extracting(Segment::id)
          .containsExactlyElementsOf(before.segments().stream().map(Segment::id).toList());
    }
  }

  /** Longer text that keeps its codes. */
  private static CodedText translated(CodedText source) {
    StringBuilder marked = new StringBuilder();
    for (Inline inline : source.content()) {
      marked.append(
          inline instanceof TextRun run
              ? run.text().replace("e", "ee, and on")
              : ((InlineCode) inline).placeholder());
    }
    return source.withMarked(marked.toString());
  }

  private static byte[] merged(Document document, Map<SegmentId, CodedText> targets)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.merge(
        new TargetLookup() {
          @Override
          public String targetLanguage() {
            return "en";
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
