package dev.yiben.formats.format.lrc;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Role;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.format.Coverage;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.DocumentException;
import dev.yiben.formats.format.DocumentFormat;
import dev.yiben.formats.format.DocumentFormatContract;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.Layout;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LrcFormatTest extends DocumentFormatContract {
  private static final String SONG =
      """
      [ti:The Lighthouse]
      [ar:Nobody]
      [offset:+250]
      [re:An Editor]

      [00:08.62]The lamp is lit
      [00:12.10][01:40.50]The sea is wide
      [00:15]F: I row my boat
      [00:20:75]<00:20.75>Row <00:21.10>the <00:21.60>boat
      [00:25.00]
      [02:10.00]M: [02:10.00]Home [02:11.20]again
      A line that nobody timed
      """;

  @Override
  protected DocumentFormat format() {
    return new LrcFormat();
  }

  @Override
  protected Map<String, byte[]> samples() {
    Map<String, byte[]> samples = new LinkedHashMap<>();
    samples.put("song.lrc", SONG.getBytes(UTF_8));
    samples.put("windows.lrc", ("\uFEFF" + SONG.replace("\n", "\r\n")).getBytes(UTF_8));
    samples.put("utf16.lrc", ("\uFEFF" + SONG).getBytes(UTF_16LE));
    samples.put("mac.lrc", SONG.replace("\n", "\r").getBytes(UTF_8));
    samples.put(
        "chinese.lrc",
        SONG.replace("The lamp is lit", "灯又亮了，海上的人都看见了").getBytes(Charset.forName("GB18030")));
    samples.put("unended.lrc", SONG.strip().getBytes(UTF_8));
    return samples;
  }

  private Document open(String text, FormatOptions options) throws IOException {
    return format().open(file("song.lrc", text.getBytes(UTF_8)), options);
  }

  private List<String> marked(String text) throws IOException {
    try (Document document = open(text, FormatOptions.DEFAULT)) {
      return document.segments().stream().map(segment -> segment.source().marked()).toList();
    }
  }

  private String translated(String text, Layout layout, String... targets) throws IOException {
    try (Document document = open(text, FormatOptions.DEFAULT.with(layout))) {
      Map<SegmentId, CodedText> lookup = new HashMap<>();
      for (int i = 0; i < targets.length; i++) {
        Segment segment = document.segments().get(i);
        lookup.put(segment.id(), segment.source().withMarked(targets[i]));
      }
      return new String(merged(document, lookup(lookup)), UTF_8);
    }
  }

  @Test
  void readsLinesAsSegments() throws IOException {
    try (Document document = open(SONG, FormatOptions.DEFAULT)) {
      assertThat(document.segments())
          .extracting(
              segment -> segment.id().value(),
              segment -> segment.source().marked(),
              Segment::role,
              Segment::stream)
          .containsExactly(
              tuple("line/1", "The lamp is lit", Role.CUE, "scene/1"),
              tuple("line/2", "The sea is wide", Role.CUE, "scene/1"),
              tuple("line/3", "I row my boat", Role.CUE, "scene/1"),
              tuple("line/4", "Row ⟦1⟧the ⟦2⟧boat", Role.CUE, "scene/1"),
              tuple("line/6", "Home ⟦1⟧again", Role.CUE, "scene/2"),
              tuple("line/7", "A line that nobody timed", Role.CUE, "scene/2"));
      assertThat(document.notices())
          .containsExactly("1 line without a time, which is translated all the same, at line 12");
    }
  }

  @Test
  void keepsMetadata() throws IOException {
    try (Document document = open(SONG, FormatOptions.DEFAULT)) {
      assertThat(document.coverage().outside())
          .isEqualTo(
              Map.of(
                  "metadata",
                  Coverage.characters(
                      "[ti:The Lighthouse][ar:Nobody][offset:+250][re:An Editor]")));
    }
  }

  @Test
  void givesLyricsNoLimit() throws IOException {
    try (Document document = open(SONG, FormatOptions.DEFAULT.into("zh"))) {
      assertThat(document.segments()).allMatch(segment -> segment.hints().limit().isEmpty());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[00:01.00]a | a",
        "[00:01]a | a",
        "[00:01:50]a | a",
        "[00:01.500]a | a",
        "[0:1.5]a | a",
        "[100:01.00]a | a",
        "[00:01,50]a | a",
        "[ 00:01.00 ]a | a",
        "［00：01.00］a | a",
        "[00:01.00 a | a",
        "[00:01.00][00:05.00] [00:09.00]a | a",
        "[00:01.00] a b  | a b",
        "[00:01.00]D: both | both",
        "[00:01.00]<00:01.00>a<00:01.50> | a",
        "[00:01.00]a [00:02.00]b | a ⟦1⟧b",
        "[00:01.00][Chorus] | [Chorus]",
        "[00:01.00]5 < 6 | 5 < 6",
        "[00:01.00]at 10:30 | at 10:30",
      })
  void knowsTimesFromText(String line, String expected) throws IOException {
    assertThat(marked(line + "\n")).containsExactly(expected);
    assertThat(translated(line + "\n", Layout.TARGET, expected.replace("a", "ä")))
        .isEqualTo(line.replaceFirst("(?<=[\\]］> 0])a", "ä") + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[ti:x]",
        "[by: y]",
        "[length: 03:20]",
        "[#:remark]",
        "[00:02.00]",
        "[00:02.00]F:"
      })
  void leavesLinesThatSingNothing(String line) throws IOException {
    String text = "[00:01.00]a\n" + line + "\n";
    assertThat(marked(text)).containsExactly("a");
    assertThat(translated(text, Layout.BILINGUAL, "b"))
        .isEqualTo("[00:01.00]a\n[00:01.00]b\n" + line + "\n");
  }

  @Test
  void writesTheTargetInPlaceOfItsSource() throws IOException {
    assertThat(translated(SONG, Layout.TARGET, "灯亮了", "大海辽阔", "我划着船", "划⟦1⟧着⟦2⟧船"))
        .contains(
            "[00:08.62]灯亮了\n[00:12.10][01:40.50]大海辽阔\n[00:15]F: 我划着船\n",
            "[00:20:75]<00:20.75>划<00:21.10>着<00:21.60>船\n[00:25.00]\n");
  }

  @Test
  void putsTheTargetBelowAtTheSameTimes() throws IOException {
    assertThat(translated(SONG, Layout.BILINGUAL, "灯亮了", "大海辽阔", "我划着船", "划⟦1⟧着⟦2⟧船"))
        .contains(
            "[00:08.62]The lamp is lit\n[00:08.62]灯亮了\n",
            "[00:12.10][01:40.50]The sea is wide\n[00:12.10][01:40.50]大海辽阔\n",
            "[00:15]F: I row my boat\n[00:15]F: 我划着船\n",
            "<00:21.60>boat\n[00:20:75]划着船\n[00:25.00]\n");
  }

  @Test
  void putsTheTargetAboveAtTheSameTimes() throws IOException {
    assertThat(translated("[00:01.00]One\r\n[00:02.00]Two", Layout.BILINGUAL_ABOVE, "一", "二"))
        .isEqualTo("[00:01.00]一\r\n[00:01.00]One\r\n[00:02.00]二\r\n[00:02.00]Two");
  }

  @Test
  void neverWrapsALine() throws IOException {
    String target = "这一行字太长了，一行放不下，所以别的字幕会分成两行来写，歌词却不能这样。";
    assertThat(translated("[00:01.00]One\n", Layout.TARGET, target))
        .isEqualTo("[00:01.00]" + target + "\n");
  }

  @Test
  void writesNoTimesThatAreWords() throws IOException {
    assertThat(translated("[00:01.00]One\n", Layout.TARGET, "[00:05.00]一 <00:06.00>二"))
        .isEqualTo("[00:01.00](00:05.00]一 (00:06.00>二\n");
    try (Document document = open("[00:01.00]One\n", FormatOptions.DEFAULT)) {
      CodedText target = CodedText.of("一\n二");
      SegmentId id = document.segments().get(0).id();
      assertThat(new String(merged(document, lookup(Map.of(id, target))), UTF_8))
          .isEqualTo("[00:01.00]一 二\n");
    }
  }

  @Test
  void tellsOfTimesWithoutTheirBracket() throws IOException {
    try (Document document =
        open("[00:01.00]a\n[00:02.00 b\n[00:03.00 c\n", FormatOptions.DEFAULT)) {
      assertThat(document.segments()).hasSize(3);
      assertThat(document.notices())
          .containsExactly("2 tags without their closing brackets, the first at line 2");
    }
  }

  @Test
  void staysInOneSceneButForLongMusic() throws IOException {
    String text = "[00:01.00]a\n[01:05.00]b\n[01:06.00]\n[02:30.00]c\n";
    try (Document document = open(text, FormatOptions.DEFAULT)) {
      assertThat(document.segments())
          .extracting(Segment::stream)
          .containsExactly("scene/1", "scene/1", "scene/2");
    }
  }

  @Test
  void refusesTextWithoutTimes() throws IOException {
    Path file = file("none.lrc", "[ti:x]\njust words\n".getBytes(UTF_8));
    assertThatThrownBy(() -> format().open(file))
        .isInstanceOf(DocumentException.class)
        .hasMessageContaining("no lyrics");
  }

  @Test
  void refusesLanguagesSideBySide() throws IOException {
    Path file = file("side.lrc", SONG.getBytes(UTF_8));
    FormatOptions options = FormatOptions.DEFAULT.with(Layout.BILINGUAL_SIDE);
    assertThatThrownBy(() -> format().open(file, options))
        .isInstanceOf(DocumentException.class)
        .hasMessageContaining("bilingual");
  }
}
