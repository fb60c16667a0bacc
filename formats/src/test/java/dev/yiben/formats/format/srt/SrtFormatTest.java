package dev.yiben.formats.format.srt;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Inline;
import dev.yiben.formats.document.InlineCode;
import dev.yiben.formats.document.LengthLimit;
import dev.yiben.formats.document.Role;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentHints;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.document.TextRun;
import dev.yiben.formats.format.Coverage;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.DocumentException;
import dev.yiben.formats.format.DocumentFormat;
import dev.yiben.formats.format.DocumentFormatContract;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.Layout;
import dev.yiben.formats.format.TargetLookup;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SrtFormatTest extends DocumentFormatContract {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private static final String PLAIN =
      """
      1
      00:00:01,000 --> 00:00:03,000
      The keeper climbs the stairs
      once more.

      2
      00:00:03,500 --> 00:00:05,000
      - Is the lamp lit?
      - Not yet.

      3
      00:02:10,000 --> 00:02:12,000
      1987

      """;

  private static final String TAGGED =
      """
      garbage before the first cue

      7
      00:00:01,000 --> 00:00:03,000  X1:000 X2:000 Y1:050 Y2:100
      {\\an8}<i>The whole cue</i>

      7
      00:00:03,500 --> 00:00:05,000
      One <b>bold</b> word &amp; a <font color="#ff0000">red
      one</font>

      9
      00:00:06,000 --> 00:00:07,000


      10
      00:00:08,000 --> 00:00:09,000
      {\\an8}Above ⟦all⟧, <i>a<b>b</i>c</b> <3
      """;

  @Override
  protected DocumentFormat format() {
    return new SrtFormat();
  }

  @Override
  protected Map<String, byte[]> samples() {
    Map<String, byte[]> samples = new LinkedHashMap<>();
    samples.put("plain.srt", PLAIN.getBytes(UTF_8));
    samples.put("tagged.srt", TAGGED.getBytes(UTF_8));
    samples.put("windows.srt", ("\uFEFF" + TAGGED.replace("\n", "\r\n")).getBytes(UTF_8));
    samples.put("mac.srt", PLAIN.replace("\n", "\r").getBytes(UTF_8));
    samples.put("mixed.srt", PLAIN.replace("\n\n", "\r\n\n").getBytes(UTF_8));
    samples.put("utf16le.srt", ("\uFEFF" + TAGGED).getBytes(UTF_16LE));
    samples.put("utf16be.srt", TAGGED.getBytes(UTF_16BE));
    samples.put("utf32.srt", ("\uFEFF" + PLAIN).getBytes(Charset.forName("UTF-32BE")));
    samples.put("latin.srt", PLAIN.replace("once", "Déjà").getBytes(WINDOWS_1252));
    samples.put("unnumbered.srt", PLAIN.replaceAll("(?m)^\\d\n", "").getBytes(UTF_8));
    samples.put("unended.srt", PLAIN.strip().getBytes(UTF_8));
    return samples;
  }

  private Document open(String text) throws IOException {
    return open(text.getBytes(UTF_8));
  }

  private Document open(byte[] content) throws IOException {
    return format().open(file("cues.srt", content));
  }

  private static String cue(String text) {
    return "1\n00:00:01,000 --> 00:00:02,000\n" + text + "\n\n";
  }

  private List<String> marked(String text) throws IOException {
    try (Document document = open(text)) {
      return document.segments().stream().map(segment -> segment.source().marked()).toList();
    }
  }

  private String translated(String text, String target) throws IOException {
    try (Document document = open(text)) {
      Segment first = document.segments().get(0);
      TargetLookup targets = lookup(Map.of(first.id(), first.source().withMarked(target)));
      return new String(merged(document, targets), UTF_8);
    }
  }

  @Test
  void readsCuesAsSegments() throws IOException {
    try (Document document = open(PLAIN)) {
      assertThat(document.segments())
          .extracting(
              segment -> segment.id().value(),
              segment -> segment.source().visibleText(),
              Segment::role,
              Segment::stream,
              segment -> segment.skipRule().orElse(""))
          .containsExactly(
              tuple("cue/1", "The keeper climbs the stairs once more.", Role.CUE, "scene/1", ""),
              tuple("cue/2", "- Is the lamp lit?\n- Not yet.", Role.CUE, "scene/1", ""),
              tuple("cue/3", "1987", Role.CUE, "scene/2", ""));
      assertThat(document.declaredLanguage()).isEmpty();
      assertThat(document.notices()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<i>all of it</i> | all of it",
        "{\\an8}<i>all of it</i>{\\fad(1,2)} | all of it",
        "<i>half</i> of it | ⟦1⟧half⟦/1⟧ of it",
        "<font color=\"red\"><b>x</b> y</font> | ⟦1⟧x⟦/1⟧ y",
        "a {\\pos(1,2)}b | a ⟦1⟧b",
        "{i}all{/i} | all",
        "one {i}two{/i} three | one ⟦1⟧two⟦/1⟧ three",
        "{y:i}all | all",
        "<i></i>x | x",
        "<I>upper</I> and <i>lower</I> | ⟦1⟧upper⟦/1⟧ and ⟦2⟧lower⟦/2⟧",
        "<i>never closed | never closed",
        "a <i>never closed | a ⟦1⟧never closed",
        "a</i> b | a⟦1⟧ b",
        "a <i>b <b>c</i> d</b> e | a ⟦1⟧b ⟦2⟧c⟦/1⟧ d⟦3⟧ e",
        "I <3 you | I <3 you",
        "a < b, c > d | a < b, c > d",
        "a<b and c | a<b and c",
        "x < b and y > c | x < b and y > c",
        "< i>sloppy</ i> tags | ⟦1⟧sloppy⟦/1⟧ tags",
        "<sighs> Well | <sighs> Well",
        "<x-y par=5>known by its end</x-y> ! | ⟦1⟧known by its end⟦/1⟧ !",
        "{laughs} Well | {laughs} Well",
        "Q&amp;A &unknown; R&D | Q⟦1⟧A &unknown; R&D",
        "\u202Bא ב\u202C | א ב",
        "a\u0000b | a⟦1⟧b",
        "♪ la la ♪ | ♪ la la ♪",
        "\u00A0one\u00A0two\u00A0 | one\u00A0two",
        "\\h<b>&nbsp;all</b> | all",
      })
  void knowsMarkupFromText(String text, String expected) throws IOException {
    assertThat(marked(cue(text))).containsExactly(expected);
    assertThat(translated(cue(text), expected.replace("a", "ä")))
        .isEqualTo(cue(text).replace(text, changed(text, expected)));
  }

  /** Writes the new text into the cue by hand: the codes' originals where their numbers stand. */
  private String changed(String text, String expected) throws IOException {
    try (Document document = open(cue(text))) {
      CodedText source = document.segments().get(0).source();
      StringBuilder inner = new StringBuilder();
      StringBuilder changed = new StringBuilder();
      for (Inline inline : source.content()) {
        if (inline instanceof TextRun run) {
          inner.append(run.text());
          changed.append(run.text().replace("a", "ä"));
        } else if (inline instanceof InlineCode code) {
          inner.append(code.original());
          changed.append(code.original());
        }
      }
      assertThat(text).contains(inner);
      assertThat(source.marked()).isEqualTo(expected);
      return text.replace(inner, changed);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"one\ntwo", "one<br>two", "one<br />two", "one \\N two", "one\r\n two"})
  void joinsLinesThatAreOnlyWrapped(String text) throws IOException {
    assertThat(marked(cue(text))).containsExactly("one two");
    assertThat(translated(cue(text), "一 二")).isEqualTo(cue("一 二"));
  }

  @Test
  void keepsLineEndsBetweenSpeakersAsCodes() throws IOException {
    assertThat(
            translated("1\r\n00:00:01,000 --> 00:00:02,000\r\n- Hi\r\n- You\r\n", "⟦1⟧- 嗨⟦1⟧- 你"))
        .isEqualTo("1\r\n00:00:01,000 --> 00:00:02,000\r\n- 嗨\r\n- 你\r\n");
  }

  @Test
  void writesNoBlankLineIntoACue() throws IOException {
    assertThat(translated(cue("- a\n- b\n- c"), "⟦1⟧- x⟦1⟧ ⟦2⟧- y")).isEqualTo(cue("- x\n- y"));
    try (Document document = open(cue("a"))) {
      CodedText target = CodedText.of("x \n \n\n y");
      SegmentId id = document.segments().get(0).id();
      assertThat(new String(merged(document, lookup(Map.of(id, target))), UTF_8))
          .isEqualTo(cue("x y"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00:00:01,000 --> 00:00:02,000",
        "00:00:01.000 --> 00:00:02.000",
        "00:00:01,000 -> 00:00:02,000",
        "00:00:01,000 —> 00:00:02,000",
        "00:00:01,000-->00:00:02,000",
        "00: 00: 01, 000 --> 00: 00: 02, 000",
        "00.00.01,000 --> 00.00.02,000",
        "00:00:01:12 --> 00:00:02:03",
        "0:00:01 --> 0:00:02",
        "00:01,000 --> 00:02,000",
        "00:01 --> 00:02",
        "00:00:01.000000 --> 00:00:02.000000",
        "-00:00:01,000 --> 00:00:02,000",
        "  00:00:01,000 --> 00:00:02,000  ",
        "00:00:01,000 -->",
        "00:00:01,000 --> 00:00:02,000 X1:1 X2:2 Y1:3 Y2:4",
        "00:00:01,000 --> 00:00:02,000 position:50% line:3",
        "1 00:00:01,000 --> 00:00:02,000",
        "\u200B00:00:01,000 --> 00:00:02,000",
      })
  void readsTimingLinesAsTheyComeInTheWild(String timing) throws IOException {
    String text = "1\n" + timing + "\nThe lamp\n\n2\n" + timing + "\nThe stairs\n";
    assertThat(marked(text)).containsExactly("The lamp", "The stairs");
    assertThat(format().matches(text.getBytes(UTF_8))).isTrue();
    assertThat(translated(text, "灯")).isEqualTo(text.replace("The lamp", "灯"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5 -> 6",
        "2.5 -> 3.5 degrees",
        "See 00:00:01,000 --> 00:00:02,000",
        "--> here",
        "12:30",
      })
  void takesOtherLinesForText(String line) throws IOException {
    assertThat(marked(cue("so\n" + line))).containsExactly("so " + line);
  }

  @Test
  void readsTextBehindTheTimes() throws IOException {
    assertThat(marked("1\n00:00:01,000 --> 00:00:02,000 The lamp\nis lit\n"))
        .containsExactly("The lamp is lit");
  }

  @Test
  void readsCuesWithoutBlankLinesBetween() throws IOException {
    String text = cue("One").strip() + "\n" + cue("Two").strip() + "\n" + cue("3").strip();
    assertThat(marked(text)).containsExactly("One", "Two", "3");
  }

  @Test
  void readsCuesWithBlankLinesEverywhere() throws IOException {
    String text =
        (cue("One\ntwo") + cue("12").replaceFirst("1", "2") + cue("Three").replaceFirst("1", "3"))
            .replace("\n", "\n\n");
    assertThat(marked(text)).containsExactly("One⟦1⟧two", "12", "Three");
  }

  @Test
  void keepsNumbersThatAreTextApartFromNumbersOfCues() throws IOException {
    String unnumbered =
        "00:00:01,000 --> 00:00:02,000\nIn\n\n1984\n\n00:00:03,000 --> 00:00:04,000\nwell\n";
    assertThat(marked(unnumbered)).containsExactly("In⟦1⟧1984", "well");
    assertThat(marked(cue("42") + cue("43"))).containsExactly("42", "43");
  }

  @Test
  void readsTextAfterABlankLineAsPartOfItsCue() throws IOException {
    String text = cue("One\n\nstill one") + cue("Two");
    assertThat(marked(text)).containsExactly("One⟦1⟧still one", "Two");
    assertThat(translated(text, "一⟦1⟧还是")).contains("\n一\n\n还是\n\n1\n");
  }

  @Test
  void countsEmptyCuesButLeavesThemOut() throws IOException {
    try (Document document =
        open(cue("One") + cue("") + cue("<i> </i>") + cue("Four") + cue("\u00A0"))) {
      assertThat(document.segments())
          .extracting(segment -> segment.id().value())
          .containsExactly("cue/1", "cue/4");
    }
  }

  @Test
  void beginsASceneAfterAMinuteWithoutCues() throws IOException {
    String text =
        """
        00:00:01,000 --> 00:00:02,000
        a

        00:01:02,000 --> 00:01:03,000
        b

        00:02:03,001 --> 00:02:04,000
        c

        00:00:01,000 --> 00:00:02,000
        d

        01:00:00,000 --> 01:00:01,000
        e
        """;
    try (Document document = open(text)) {
      assertThat(document.segments())
          .extracting(Segment::stream)
          .containsExactly("scene/1", "scene/1", "scene/2", "scene/3", "scene/4");
    }
  }

  @Test
  void countsWhatIsInNoSegment() throws IOException {
    try (Document document = open(TAGGED)) {
      Coverage coverage = document.coverage();
      assertThat(coverage.outside()).isEqualTo(Map.of("before-first-cue", 24L, "inline-code", 3L));
      assertThat(coverage.total())
          .isEqualTo(
              24
                  + Coverage.characters("The whole cue One bold word & a red one")
                  + Coverage.characters("Above ⟦all⟧, abc <3"));
    }
  }

  @Test
  void writesUtf8WhereTheEncodingLacksCharacters() throws IOException {
    byte[] original = cue("Déjà vu, où ça ?").getBytes(WINDOWS_1252);
    try (Document document = open(original)) {
      assertThat(document.notices()).singleElement().asString().contains("windows-1252", "guess");
      SegmentId id = document.segments().get(0).id();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      assertThat(document.merge(lookup(Map.of(id, CodedText.of("似曾相识"))), out))
          .singleElement()
          .asString()
          .contains("UTF-8", "windows-1252");
      assertThat(out.toString(UTF_8)).isEqualTo(cue("似曾相识"));
    }
  }

  @Test
  void keepsDamagedBytesAsCodes() throws IOException {
    byte[] original = cue("灯塔\u00FF很亮，你看见了吗？").getBytes(UTF_8);
    byte[] damaged = new String(original, ISO_8859_1).replace("\u00C3", "").getBytes(ISO_8859_1);
    try (Document document = open(damaged)) {
      Segment segment = document.segments().get(0);
      assertThat(document.notices()).singleElement().asString().contains("damaged");
      assertThat(segment.source().marked()).isEqualTo("灯塔⟦1⟧很亮，你看见了吗？");
      CodedText target = segment.source().withMarked("The ⟦1⟧lighthouse");
      String written =
          new String(merged(document, lookup(Map.of(segment.id(), target))), ISO_8859_1);
      assertThat(written).isEqualTo(cue("The \u00BFlighthouse"));
    }
  }

  @Test
  void keepsTheEncodingWhereItHasTheCharacters() throws IOException {
    Charset gb18030 = Charset.forName("GB18030");
    byte[] original = cue("你在哪里？我一直在找你。").getBytes(gb18030);
    try (Document document = open(original)) {
      SegmentId id = document.segments().get(0).id();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      assertThat(document.merge(lookup(Map.of(id, CodedText.of("Ça alors, où es-tu ?"))), out))
          .isEmpty();
      assertThat(out.toString(gb18030)).isEqualTo(cue("Ça alors, où es-tu ?"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void keepsByteOrderMarks(String name) throws IOException {
    Charset charset = Charset.forName(name);
    try (Document document = open(("\uFEFF" + cue("Hi")).getBytes(charset))) {
      SegmentId id = document.segments().get(0).id();
      assertThat(merged(document, lookup(Map.of(id, CodedText.of("嗨")))))
          .isEqualTo(("\uFEFF" + cue("嗨")).getBytes(charset));
    }
  }

  @Test
  void saysWhatIsOddAndKeepsIt() throws IOException {
    String text =
        """
        Thanks to all

        1
        00:00:01.000 -> 00:00:02.000
        One
        3
        00:00:03,000 --> 00:00:02,500
        Two

        and more

        00:00:03,000 --> 00:00:05,000
        Th\u200Bree

        4
        00:00:04,000 -->

        5
        00:00:04,000 --> 00:00:06,000 Five

        6
        00:00:02,000 --> 00:00:06,000
        Six

        7
        """;
    try (Document document = open(text)) {
      assertThat(document.segments())
          .extracting(segment -> segment.source().visibleText())
          .containsExactly("One", "Two\nand more", "Th\u200Bree", "Five", "Six");
      assertThat(document.notices())
          .containsExactly(
              "1 line of text before the first cue, at line 1",
              "1 cue without a number, at line 12",
              "1 cue whose number does not follow the one before, at line 6",
              "1 timing line in an odd form, at line 4",
              "1 cue without an end, at line 16",
              "1 cue with text on its timing line, at line 19",
              "1 cue without a blank line before it, at line 6",
              "1 cue with a blank line in its text, at line 6",
              "1 number without a cue, at line 25",
              "1 cue without text, at line 15",
              "1 cue with control characters, at line 12",
              "1 cue that begins before the one before, at line 23",
              "1 cue that begins before the one before ends, at line 19",
              "1 cue that ends before it begins, at line 8");
      assertThat(merged(document, lookup(Map.of()))).isEqualTo(text.getBytes(UTF_8));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void findsNothingOddInSoundFiles(String lineEnd) throws IOException {
    try (Document document = open(PLAIN.replace("\n", lineEnd))) {
      assertThat(document.notices()).isEmpty();
    }
  }

  @Test
  void countsWhatIsOddByKind() throws IOException {
    try (Document document =
        open(cue("One").substring(2) + "00:00:02,000 --> 00:00:03,000\nTwo\n")) {
      assertThat(document.notices())
          .containsExactly("2 cues without a number, the first at line 1");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00:00:01,000 --> 00:00:02,000",
        "12",
        "1\n2",
        "x\n\n12",
        "\n\n",
        "0:1 --> 0:2 X",
        "\u200B7"
      })
  void writesNothingThatReadsAsStructure(String target) throws IOException {
    for (String next : List.of("2\n", "", "\n\n")) {
      String text =
          cue("One").stripTrailing() + "\n" + next + "00:00:03,000 --> 00:00:04,000\nTwo\n";
      try (Document document = open(text)) {
        SegmentId id = document.segments().get(0).id();
        byte[] written = merged(document, lookup(Map.of(id, CodedText.of(target))));
        try (Document again = open(written)) {
          String shown = target.strip().replaceAll("\\s*\n\\s*", " ");
          List<String> texts =
              again.segments().stream().map(segment -> segment.source().plainText()).toList();
          assertThat(texts)
              .as(new String(written, UTF_8))
              .isEqualTo(List.of(shown.isEmpty() ? "One" : shown, "Two"));
        }
      }
    }
  }

  @Test
  void wrapsTranslationsAnew() throws IOException {
    assertThat(translated(cue("The keeper climbs"), "守塔人又一次爬上了灯塔的楼梯，他想看看海上的船。"))
        .isEqualTo(cue("守塔人又一次爬上了灯塔的楼梯，\n他想看看海上的船。"));
  }

  @ParameterizedTest
  @CsvSource({"BILINGUAL, '<i>Hi\nyou\n嗨</i>'", "BILINGUAL_ABOVE, '<i>嗨\nHi\nyou</i>'"})
  void showsTwoLanguages(Layout layout, String expected) throws IOException {
    Path file = file("two.srt", cue("<i>Hi\nyou</i>").getBytes(UTF_8));
    try (Document document = format().open(file, FormatOptions.DEFAULT.with(layout))) {
      SegmentId id = document.segments().get(0).id();
      assertThat(new String(merged(document, lookup(Map.of(id, CodedText.of("嗨")))), UTF_8))
          .isEqualTo(cue(expected));
    }
  }

  @Test
  void refusesLanguagesSideBySide() throws IOException {
    Path file = file("two.srt", cue("Hi").getBytes(UTF_8));
    FormatOptions side = FormatOptions.DEFAULT.with(Layout.BILINGUAL_SIDE);
    assertThatThrownBy(() -> format().open(file, side))
        .isInstanceOf(DocumentException.class)
        .hasMessageEndingWith("no room for --layout bilingual-side; use --layout bilingual");
  }

  @Test
  void tellsTimesSpeakersAndSentences() throws IOException {
    String text =
        """
        1
        00:00:01,000 --> 00:00:03,000
        MARY: When the storm came,

        2
        00:00:03:12 --> 00:00:05:00
        the keeper was gone.
        """;
    Path file = file("hints.srt", text.getBytes(UTF_8));
    try (Document document = format().open(file, FormatOptions.DEFAULT.into("de"))) {
      assertThat(document.segments())
          .extracting(Segment::hints)
          .containsExactly(
              new SegmentHints(
                      Optional.empty(),
                      Optional.of(new LengthLimit(34, 42, 2)),
                      Optional.of("MARY"),
                      0,
                      true)
                  .withStart(1000),
              new SegmentHints(
                      Optional.empty(),
                      Optional.of(new LengthLimit(25, 42, 2)),
                      Optional.empty(),
                      480,
                      false)
                  .withStart(3480));
    }
  }

  @Test
  void leavesWebVttToOthers() throws IOException {
    String vtt = "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nHi\n";
    assertThat(format().matches(vtt.getBytes(UTF_8))).isFalse();
    assertThat(format().matches(("\uFEFF" + vtt).getBytes(UTF_8))).isFalse();
    assertThat(format().matches(("\uFEFF" + vtt).getBytes(UTF_16LE))).isFalse();
    Path file = file("really.srt", vtt.getBytes(UTF_8));
    assertThatThrownBy(() -> format().open(file))
        .isInstanceOf(DocumentException.class)
        .hasMessageContaining("line 1: this is WebVTT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PK\u0003\u0004", "<html>", "Some prose.\n", "[00:12.00]La la", "1\n2\n"})
  void doesNotMatchOtherFiles(String head) {
    assertThat(format().matches(head.getBytes(UTF_8))).isFalse();
  }

  @Test
  void saysThatAFileHasNoCues() throws IOException {
    Path file = file("prose.srt", "Only prose.\n".getBytes(UTF_8));
    assertThatThrownBy(() -> format().open(file))
        .isInstanceOf(DocumentException.class)
        .hasMessageContaining("no subtitle in it");
  }

  @Test
  void saysThatUtf16IsCutOff() throws IOException {
    byte[] sound = ("\uFEFF" + cue("Hi")).getBytes(UTF_16LE);
    Path file = file("cut.srt", Arrays.copyOf(sound, sound.length - 3));
    assertThatThrownBy(() -> format().open(file))
        .isInstanceOf(DocumentException.class)
        .hasMessageContaining("the UTF-16LE text is damaged or cut off");
  }

  @Test
  void refusesMillionsOfCues() throws IOException {
    Path file = file("many.srt", "0:0:0-->1:1:1\na\n".repeat(900_000).getBytes(UTF_8));
    assertThatThrownBy(() -> format().open(file))
        .isInstanceOf(DocumentException.class)
        .hasMessageContaining("900000 cues, over 200000");
  }

  @Test
  void replacesWhatNoEncodingHas() throws IOException {
    try (Document document = open(cue("a"))) {
      SegmentId id = document.segments().get(0).id();
      assertThat(merged(document, lookup(Map.of(id, CodedText.of("x\uD834y")))))
          .isEqualTo(cue("x?y").getBytes(UTF_8));
    }
  }

  @Test
  void refusesACueOfAHugeSize() throws IOException {
    Path file = file("huge.srt", (cue("a") + cue("x".repeat(100_001))).getBytes(UTF_8));
    assertThatThrownBy(() -> format().open(file))
        .isInstanceOf(DocumentException.class)
        .hasMessageContaining("line 7: the text of a cue has 1000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<i>", "</i>", "<", "{\\", "&", "<b></b>", "\n", " ", "\\N", "<a ", "1\n"})
  void readsMarkupWithoutEndInLinearTime(String piece) throws IOException {
    StringBuilder text = new StringBuilder();
    while (text.length() < 500_000) {
      text.append(cue(piece.repeat(90_000 / piece.length()) + "x"));
    }
    assertTimeout(
        Duration.ofSeconds(30),
        () -> {
          try (Document document = open(text.toString())) {
            assertThat(document.segments()).isNotEmpty();
          }
        });
  }

  @Test
  void readsAHundredThousandCues() throws IOException {
    String text = "0:0:0-->1:1:1\nab\n".repeat(100_000);
    try (Document document = open(text)) {
      assertThat(document.segments()).hasSize(100_000);
      assertThat(merged(document, lookup(Map.of()))).isEqualTo(text.getBytes(UTF_8));
    }
  }
}
