package dev.yiben.formats.format.vtt;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.DocumentException;
import dev.yiben.formats.format.DocumentFormat;
import dev.yiben.formats.format.DocumentFormatContract;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.Layout;
import dev.yiben.formats.format.RubyReadings;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VttFormatTest extends DocumentFormatContract {
  private static final String BLOCKS =
      """
      WEBVTT - The Last Lamp
      Kind: captions
      Language: en-GB
      X-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:900000

      STYLE
      ::cue(v[voice="Mary"]) { color: lime }

      REGION
      id:fred
      width:40%

      NOTE The keeper is on his way.

      NOTE
      so is
      the sailor

      opening
      00:00:01.000 --> 00:00:03.000 region:fred position:10%,line-left align:start
      The keeper climbs the stairs
      once more &amp; sighs.

      2
      00:03.500 --> 00:05.000 line:-1
      - Is the lamp <i>lit</i>?
      - Not yet.

      00:02:10.000 --> 00:02:12.000
      <v Mary>1 &lt; 2 &amp;&amp; 3 &gt; 2</v>

      NOTE the end
      """;

  private static final String TAGGED =
      """
      WEBVTT

      00:01.000 --> 00:03.000
      <v Roger Bingham>We are in <c.yellow.bg_blue>New York</c> City

      00:03.000 --> 00:05.000
      <v Roger>Now
      <v.loud Esme>And <lang fr>voilà</lang>!

      00:05.000 --> 00:07.000
      One <00:00:05.500>two <00:00:06.000><b>three</b>

      00:07.000 --> 00:09.000
      <ruby>\u6F22\u5B57<rt>\u304B\u3093\u3058</rt></ruby>\u306E\u8A71\u3060\u3088

      00:09.000 --> 00:11.000 vertical:rl
      &lrm;one&nbsp;two&rlm; &hearts; &#x263A; &unknown; R&D <3

      00:11.000 --> 00:12.000

      00:12.000 --> 00:13.000
      <i>never closed
      """;

  @Override
  protected DocumentFormat format() {
    return new VttFormat();
  }

  @Override
  protected Map<String, byte[]> samples() {
    Map<String, byte[]> samples = new LinkedHashMap<>();
    samples.put("blocks.vtt", BLOCKS.getBytes(UTF_8));
    samples.put("tagged.vtt", TAGGED.getBytes(UTF_8));
    samples.put("windows.vtt", ("\uFEFF" + BLOCKS.replace("\n", "\r\n")).getBytes(UTF_8));
    samples.put("mac.vtt", TAGGED.replace("\n", "\r").getBytes(UTF_8));
    samples.put("utf16.vtt", ("\uFEFF" + BLOCKS).getBytes(UTF_16LE));
    samples.put("unended.vtt", TAGGED.strip().getBytes(UTF_8));
    samples.put(
        "sloppy.vtt",
        """
        WEBVTT
        1
        00:00:01,000 --> 00:00:02,000
        In the year
        1984
        2
        00:00:02,000 --> 00:00:03,000
        The lamp
        00:00:03,000 --> 00:00:04,000
        12
        00:00:04,000 --> 00:00:05,000
        The stairs
        """
            .getBytes(UTF_8));
    samples.put(
        "data.vtt",
        """
        WEBVTT

        00:01.000 --> 00:02.000
        {"title": "The lamp", "tags": ["a", "b"]}

        00:02.000 --> 00:03.000
        sprites/one.jpg#xywh=0,0,160,90

        00:03.000 --> 00:04.000
        Words
        """
            .getBytes(UTF_8));
    return samples;
  }

  private Document open(String text, FormatOptions options) throws IOException {
    return format().open(file("cues.vtt", text.getBytes(UTF_8)), options);
  }

  private Document open(String text) throws IOException {
    return open(text, FormatOptions.DEFAULT);
  }

  private static String cue(String text) {
    return "WEBVTT\n\n00:01.000 --> 00:02.000\n" + text + "\n";
  }

  private List<String> marked(String text) throws IOException {
    try (Document document = open(text)) {
      return document.segments().stream().map(segment -> segment.source().marked()).toList();
    }
  }

  private String translated(String text, String target, FormatOptions options) throws IOException {
    try (Document document = open(text, options)) {
      Segment first = document.segments().get(0);
      CodedText changed = first.source().withMarked(target);
      return new String(merged(document, lookup(Map.of(first.id(), changed))), UTF_8);
    }
  }

  private String translated(String text, String target) throws IOException {
    return translated(text, target, FormatOptions.DEFAULT);
  }

  @Test
  void readsCuesAmongOtherBlocks() throws IOException {
    try (Document document = open(BLOCKS)) {
      assertThat(document.segments())
          .extracting(segment -> segment.id() + " " + segment.source().marked())
          .containsExactly(
              "cue/1 The keeper climbs the stairs once more & sighs.",
              "cue/2 - Is the lamp ⟦1⟧lit⟦/1⟧?⟦2⟧- Not yet.",
              "cue/3 1 < 2 && 3 > 2");
      assertThat(document.declaredLanguage()).contains("en-GB");
      assertThat(document.notices()).isEmpty();
      assertThat(document.coverage().outside())
          .containsOnlyKeys("cue-identifier", "header", "note", "region", "style");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<v Mary>Hello</v> | Hello",
        "<v Mary>Hello | Hello",
        "<c.red><b>x</b> y</c> | ⟦1⟧x⟦/1⟧ y",
        "a <c.red.bg_blue>b</c> | a ⟦1⟧b⟦/1⟧",
        "a <lang en-GB>b</lang> | a ⟦1⟧b⟦/1⟧",
        "a <00:00:01.500>b <00:01.700>c | a ⟦1⟧b ⟦2⟧c",
        "<00:00:01.500>b | b",
        "I <3 you | I <3 you",
        "a < b, c > d | a < b, c > d",
        "Q&amp;A R&D &copy; &bogus; | Q&A R&D © &bogus;",
        "a <unknown x>b</unknown> | a ⟦1⟧b⟦/1⟧",
        "&nbsp;a&nbsp;b&nbsp; | a\u00A0b",
      })
  void knowsMarkupFromText(String text, String expected) throws IOException {
    assertThat(marked(cue(text))).containsExactly(expected);
  }

  @Test
  void escapesWhatWouldBeMarkup() throws IOException {
    assertThat(translated(cue("a"), "<i> & 1 --> 2 \u200Ex\u00A0y"))
        .isEqualTo(cue("&lt;i&gt; &amp; 1 --&gt; 2 &lrm;x&nbsp;y"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"NOTE this", "STYLE", "00:01.000 --> 00:02.000", "WEBVTT", "7", "x \n\n y", "-->"})
  void writesNothingThatReadsAsStructure(String target) throws IOException {
    String text = cue("One") + "\n00:02.000 --> 00:03.000\nTwo\n";
    String written = translated(text, target);
    assertThat(marked(written)).containsExactly(target.replaceAll("\\s+", " "), "Two");
  }

  @Test
  void keepsANumberThatIsTextApartFromTheNextCue() throws IOException {
    String text = cue("One") + "00:02.000 --> 00:03.000\nTwo\n";
    assertThat(marked(text)).containsExactly("One", "Two");
    assertThat(marked(translated(text, "7"))).containsExactly("7", "Two");
  }

  @Test
  void changesNothingButTheTextOfCues() throws IOException {
    try (Document document = open(BLOCKS)) {
      SegmentId id = document.segments().get(2).id();
      assertThat(new String(merged(document, lookup(Map.of(id, CodedText.of("好")))), UTF_8))
          .isEqualTo(BLOCKS.replace("1 &lt; 2 &amp;&amp; 3 &gt; 2", "好"));
    }
  }

  @Test
  void tellsWhoSpeaks() throws IOException {
    try (Document document = open(TAGGED)) {
      assertThat(document.segments())
          .extracting(segment -> segment.hints().speaker())
          .startsWith(Optional.of("Roger Bingham"), Optional.empty(), Optional.empty());
      assertThat(document.segments().get(1).source().marked()).isEqualTo("Now⟦1⟧And ⟦2⟧voilà⟦/2⟧!");
    }
    assertThat(translated(TAGGED, "我们在⟦1⟧纽约⟦/1⟧市"))
        .contains("\n<v Roger Bingham>我们在<c.yellow.bg_blue>纽约</c>市\n");
  }

  @Test
  void keepsVoicesWithTheirLines() throws IOException {
    String text = cue("<v Roger>Now\n<v Esme>Later");
    assertThat(marked(text)).containsExactly("Now⟦1⟧Later");
    assertThat(translated(text, "现在⟦1⟧以后")).isEqualTo(cue("<v Roger>现在\n<v Esme>以后"));
  }

  @Test
  void dropsReadingsOfRubyOrKeepsThem() throws IOException {
    String text = cue("<ruby>漢字<rt>かんじ</rt></ruby>の話");
    assertThat(marked(text)).containsExactly("漢字の話");
    assertThat(translated(text, "on characters")).isEqualTo(cue("on characters"));
    FormatOptions keep = FormatOptions.DEFAULT.with(RubyReadings.KEEP);
    assertThat(translated(text, "a word on ⟦1⟧characters⟦2⟧⟦/1⟧", keep))
        .isEqualTo(cue("a word on <ruby>characters<rt>かんじ</rt></ruby>"));
    try (Document document = open(text)) {
      assertThat(document.coverage().outside()).isEqualTo(Map.of("header", 6L, "ruby-reading", 3L));
    }
  }

  @Test
  void leavesDataAlone() throws IOException {
    try (Document document = open(new String(samples().get("data.vtt"), UTF_8))) {
      assertThat(document.segments())
          .extracting(segment -> segment.skipRule().orElse(""))
          .containsExactly("metadata", "metadata", "");
    }
    assertThat(marked(cue("[Music]") + "\n00:03.000 --> 00:04.000\n{sighs}\n")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00:00:01.000 --> 00:00:02.000",
        "00:01.000 --> 00:02.000",
        "100:00:01.000 --> 100:00:02.000",
        "00:00:01,000 --> 00:00:02,000",
        "0:01.000-->0:02.000",
        "00:01.000 --> 00:02.000 position:50%,line-left align:start",
        "00:01.000 --> 00:02.000 A:start L:90%",
        "00:00:01.000 -->",
      })
  void readsTimingLinesAsTheyComeInTheWild(String timing) throws IOException {
    String text = "WEBVTT\n\n" + timing + "\nThe lamp\n\nnext\n" + timing + "\nThe stairs\n";
    assertThat(marked(text)).containsExactly("The lamp", "The stairs");
    assertThat(translated(text, "灯")).isEqualTo(text.replace("The lamp", "灯"));
  }

  @Test
  void saysWhatIsOddAndKeepsIt() throws IOException {
    String text =
        """
        WEBVTT
        00:00:01,000 --> 00:00:02,000
        One
        3
        00:03.000 --> 00:02.000
        Two

        Lost words

        00:99 --> later
        More lost words

        00:03.000 --> 00:04.000

        00:03.500 --> 00:05.000
        Three
        """;
    try (Document document = open(text)) {
      assertThat(document.segments())
          .extracting(segment -> segment.source().marked())
          .containsExactly("One", "Two", "Three");
      assertThat(document.notices())
          .containsExactly(
              "1 header without a blank line after it, at line 2",
              "1 timing line in an odd form, at line 2",
              "1 cue without a blank line before it, at line 4",
              "1 cue without text, at line 13",
              "1 timing line that cannot be read, whose text stays as it is, at line 10",
              "1 block that belongs to no cue and stays as it is, at line 8",
              "1 cue that ends before it begins, at line 6");
      assertThat(document.coverage().outside())
          .containsOnlyKeys("header", "outside-of-cues", "unreadable-timing");
      assertThat(merged(document, lookup(Map.of()))).isEqualTo(text.getBytes(UTF_8));
    }
  }

  @Test
  void readsAFileWithoutItsHeader() throws IOException {
    String text = cue("One").substring(8);
    assertThat(marked(text)).containsExactly("One");
    try (Document document = open(text)) {
      assertThat(document.notices()).containsExactly("1 file without its header line, at line 1");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "BILINGUAL, 'One <00:00:01.500>two\n一 二'",
    "BILINGUAL_ABOVE, '一 二\nOne <00:00:01.500>two'"
  })
  void showsTwoLanguages(Layout layout, String expected) throws IOException {
    FormatOptions options = FormatOptions.DEFAULT.with(layout);
    assertThat(translated(cue("<i>One <00:00:01.500>two</i>"), "一 ⟦1⟧二", options))
        .isEqualTo(cue("<i>" + expected + "</i>"));
  }

  @Test
  void refusesLanguagesSideBySide() throws IOException {
    assertThatThrownBy(() -> open(BLOCKS, FormatOptions.DEFAULT.with(Layout.BILINGUAL_SIDE)))
        .isInstanceOf(DocumentException.class)
        .hasMessageContaining("use --layout bilingual");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1\n00:00:01,000 --> 00:00:02,000\nHi\n", "WEBVTTX\n", "", "Prose.\n"})
  void doesNotMatchOtherFiles(String head) {
    assertThat(format().matches(head.getBytes(UTF_8))).isFalse();
  }

  @Test
  void saysThatAFileHasNoCues() {
    assertThatThrownBy(() -> open("WEBVTT\n\nNOTE nothing\n"))
        .isInstanceOf(DocumentException.class)
        .hasMessageContaining("no cue in it");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<i>",
        "</i>",
        "<",
        "<v ",
        "&",
        "<rt>",
        "<ruby><rt>x</rt></ruby>",
        " ",
        "{\"",
        "[1",
        "1\n"
      })
  void readsMarkupWithoutEndInLinearTime(String piece) throws IOException {
    StringBuilder text = new StringBuilder("WEBVTT\n\n");
    while (text.length() < 500_000) {
      text.append(cue(piece.repeat(90_000 / piece.length()) + "x").substring(8)).append('\n');
    }
    assertTimeout(
        Duration.ofSeconds(30),
        () -> {
          try (Document document = open(text.toString())) {
            assertThat(document.segments()).isNotEmpty();
          }
        });
  }
}
