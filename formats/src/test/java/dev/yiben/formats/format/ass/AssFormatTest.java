package dev.yiben.formats.format.ass;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

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
import dev.yiben.formats.format.TargetLookup;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssFormatTest extends DocumentFormatContract {
  private static final String HEAD =
      """
      [Script Info]
      ; Made by hand
      Title: The Lighthouse
      ScriptType: v4.00+
      WrapStyle: 0
      PlayResX: 640

      [Aegisub Project Garbage]
      Video File: lighthouse.mkv

      [V4+ Styles]
      Format: Name, Fontname, Fontsize, PrimaryColour, Bold, Alignment
      Style: Default,Arial,48,&H00FFFFFF,0,2
      Style: Sign,Arial,32,&H00FFFFFF,-1,8

      [Fonts]
      fontname: lamp_0.ttf
      !"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`
      [Q%!``Z[Events]

      """;

  private static final String EVENTS =
      """
      [Events]
      Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
      """;

  private static final String LINES =
      """
      Comment: 0,0:00:00.00,0:00:01.00,Default,,0,0,0,,A note: to whom, it concerns
      Dialogue: 0,0:00:01.00,0:00:03.00,Default,Keeper,0,0,0,,{\\an8\\i1}The lamp, the stairs\\Nand the sea.
      Dialogue: 0,0:00:03.50,0:00:05.00,Default,,0,0,0,,- Is it {\\b1}lit{\\b0}?\\N- Not yet. {whose line is this}
      Dialogue: 1,0:00:03.50,0:00:05.00,Sign,,0,0,0,,{\\pos(10,20)\\p1}m 0 0 l 10 0 10 10{\\p0}LIGHTHOUSE
      Dialogue: 0,0:05:00.00,0:05:05.00,Default,,0,0,0,,{\\k20}Row {\\k30}the {\\kf40}boat
      Dialogue: 0,0:05:05.00,0:05:06.00,Default,,0,0,0,,1987
      Dialogue: 0,0:05:06.00,0:05:07.00,Default,,0,0,0,,

      [Aegisub Extradata]
      Data: 0,_key,evalue
      """;

  private static final String ALL = HEAD + EVENTS + LINES;

  @Override
  protected DocumentFormat format() {
    return new AssFormat();
  }

  @Override
  protected Map<String, byte[]> samples() {
    Map<String, byte[]> samples = new LinkedHashMap<>();
    samples.put("all.ass", ALL.getBytes(UTF_8));
    samples.put("windows.ass", ("\uFEFF" + ALL.replace("\n", "\r\n")).getBytes(UTF_8));
    samples.put("utf16.ass", ("\uFEFF" + ALL).getBytes(UTF_16LE));
    samples.put("old.ssa", old().getBytes(Charset.forName("windows-1252")));
    samples.put("bare.ass", (EVENTS + LINES).strip().getBytes(UTF_8));
    return samples;
  }

  private static String old() {
    return ALL.replace("v4.00+", "v4.00")
        .replace("[V4+ Styles]", "[V4 Styles]")
        .replace("Format: Layer,", "Format: Marked,")
        .replaceAll("(?m)^(Dialogue|Comment): [01],", "$1: Marked=0,")
        .replace("and the sea", "et la mer à l'été");
  }

  private Document open(String text) throws IOException {
    return open(text, FormatOptions.DEFAULT);
  }

  private Document open(String text, FormatOptions options) throws IOException {
    return format().open(file("lines.ass", text.getBytes(UTF_8)), options);
  }

  private static String line(String text) {
    return dialogue(1, "Default", "", text);
  }

  private static String dialogue(int second, String style, String effect, String text) {
    return "Dialogue: 0,%s,%s,%s,,0,0,0,%s,%s\n"
        .formatted(time(second), time(second + 1), style, effect, text);
  }

  private static String time(int second) {
    return "%d:%02d:%02d.00".formatted(second / 3600, second / 60 % 60, second % 60);
  }

  private List<String> marked(String text) throws IOException {
    try (Document document = open(text)) {
      return document.segments().stream().map(segment -> segment.source().marked()).toList();
    }
  }

  private String translated(String text, String... targets) throws IOException {
    return translated(text, FormatOptions.DEFAULT, targets);
  }

  private String translated(String text, FormatOptions options, String... targets)
      throws IOException {
    try (Document document = open(text, options)) {
      Map<SegmentId, CodedText> lookup = new HashMap<>();
      for (int i = 0; i < targets.length; i++) {
        Segment segment = document.segments().get(i);
        if (!targets[i].isEmpty()) {
          lookup.put(segment.id(), segment.source().withMarked(targets[i]));
        }
      }
      return new String(merged(document, lookup(lookup)), UTF_8);
    }
  }

  @Test
  void readsDialogueLinesAsSegments() throws IOException {
    try (Document document = open(ALL)) {
      assertThat(document.segments())
          .extracting(
              segment -> segment.id().value(),
              segment -> segment.source().marked(),
              Segment::role,
              Segment::stream,
              segment -> segment.hints().speaker().orElse(""))
          .containsExactly(
              tuple("cue/1", "The lamp, the stairs and the sea.", Role.CUE, "scene/1", "Keeper"),
              tuple("cue/2", "- Is it ⟦1⟧lit⟦/1⟧?⟦2⟧- Not yet.", Role.CUE, "scene/1", ""),
              tuple("cue/3", "LIGHTHOUSE", Role.SIGN, "scene/1", ""),
              tuple("cue/4", "Row ⟦1⟧the ⟦2⟧boat", Role.CUE, "scene/2", ""),
              tuple("cue/5", "1987", Role.CUE, "scene/2", ""));
      assertThat(document.notices()).isEmpty();
    }
  }

  @Test
  void countsWhatIsInNoSegment() throws IOException {
    try (Document document = open(ALL)) {
      assertThat(document.coverage().outside())
          .isEqualTo(
              Map.of(
                  "comment-line",
                  Coverage.characters("A note: to whom, it concerns"),
                  "remark",
                  Coverage.characters("whose line is this")));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\\i1}all of it{\\i0} | all of it",
        "one \\n two | one two",
        "one\\n{\\i1}two | one ⟦1⟧two",
        "{never closed | ⟦1⟧never closed",
        "{a{b}c | c",
        "{\\i1}half{\\i0} of it | ⟦1⟧half⟦/1⟧ of it",
        "{\\i1}never closed of it | never closed of it",
        "a {\\i1}never closed | a ⟦1⟧never closed",
        "{\\c&HFF&}red{\\c} and {\\rAlt}other{\\r} | ⟦1⟧red⟦/1⟧ and ⟦2⟧other⟦/2⟧",
        "{\\an8}{\\fad(1,2)}up{\\fade} | up",
        "a {\\pos(1,2)}b | a ⟦1⟧b",
        "a {remark}b | a ⟦1⟧b",
        "a{\\i1}{\\b1}b | a⟦1⟧b",
        "one\\Ntwo | one two",
        "one \\N two | one two",
        "one\\ntwo | one two",
        "one\\Ntwo\\Nthree | one two three",
        "一\\N二 | 一二",
        "- one\\N- two | - one⟦1⟧- two",
        "a{\\i1}b{\\i0}\\N{\\i1}c{\\i0} | a⟦1⟧b c⟦/1⟧",
        "\\h\\hone\\htwo\\h | one\u00A0two",
        "{\\p1}m 0 0 l 1 1{\\p0}text | text",
        "text {\\p2}m 0 0{\\p0} on | text ⟦1⟧ on",
        "text {\\pbo5}on | text ⟦1⟧on",
        "{\\k10}ka{\\k20}ra{\\K30}o{\\kf5}ke{\\ko1} | ka⟦1⟧ra⟦2⟧o⟦3⟧ke",
        "a } b | a ⟦1⟧ b",
        "a { b | a ⟦1⟧ b",
        "a\\b c:\\dir | a\\b c:\\dir",
        "{\\t(0,100,\\fscx200)}zoom | zoom",
        "{\\clip(m 0 0 l 1 1)}cut | cut",
        "Commas, and: colons, too | Commas, and: colons, too",
      })
  void knowsTagsFromText(String text, String expected) throws IOException {
    assertThat(marked(EVENTS + line(text))).containsExactly(expected);
  }

  @Test
  void showsNothingOfDrawings() throws IOException {
    String only = EVENTS + line("{\\p1}m 0 0 l 1 1 2 2{\\p0}") + line("{\\pos(1,2)}") + line("a");
    assertThat(marked(only)).containsExactly("a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Start, End, Text | 0:00:01.00,0:00:02.00,One, two",
        "Text | One, two",
        "LAYER , start,end ,  STYLE,text | 0,0:00:01.00,0:00:02.00,Default,One, two",
        "Effect, Style, End, Start, Text | ,Default,0:00:02.00,0:00:01.00,One, two",
        "Marked, Start, End, Style, Actor, Text | Marked=0,0:00:01.00,0:00:02.00,S,A,One, two",
      })
  void findsTheTextInAnyOrderOfFields(String format, String line) throws IOException {
    String text = "[Events]\nFormat: " + format + "\nDialogue: " + line + "\n";
    assertThat(marked(text)).containsExactly("One, two");
    assertThat(translated(text, "一")).isEqualTo(text.replace("One, two", "一"));
  }

  @Test
  void readsEachSectionByItsOwnFormatLine() throws IOException {
    String text =
        EVENTS
            + line("One")
            + "[events]\nFormat: Start, End, Text\nDialogue: 0:00:01.00,0:00:02.00,Two, three\n";
    assertThat(marked(text)).containsExactly("One", "Two, three");
  }

  @Test
  void readsLinesWithoutAFormatLine() throws IOException {
    assertThat(marked("[Script Info]\n[EVENTS]\n" + line("One, two"))).containsExactly("One, two");
  }

  @Test
  void readsLinesInOtherSpellings() throws IOException {
    String text =
        EVENTS
            + " dialogue : "
            + line("One").substring(10)
            + "DIALOGUE:"
            + line("Two").substring(9);
    assertThat(marked(text)).containsExactly("One", "Two");
  }

  @Test
  void leavesLinesOfOtherSectionsAlone() throws IOException {
    String text = "[Notes]\n" + line("not shown") + EVENTS + line("shown");
    assertThat(marked(text)).containsExactly("shown");
  }

  @Test
  void readsDialogueWithoutItsHeader() throws IOException {
    String text = "[Script Info]\nTitle: x\n[V4+ Styles]\nStyle: Default,Arial,20\n" + line("One");
    try (Document document = open(text)) {
      assertThat(document.segments()).hasSize(1);
      assertThat(document.notices()).singleElement().asString().contains("[Events]");
    }
  }

  @Test
  void tellsOfLinesThatCannotBeReadAndKeepsThem() throws IOException {
    String text =
        EVENTS
            + "Dialogue: 0,0:00:01.00\n"
            + dialogue(1, "Default", "", "One")
            + "and more of it\n"
            + line("Two").replace("0:00:01.00", "soon")
            + "Dialogue: x\n"
            + line("Three").replace("0:00:02.00", "0:00:00.10");
    try (Document document = open(text)) {
      assertThat(document.segments()).hasSize(3);
      assertThat(document.notices())
          .containsExactly(
              "2 lines with too few fields, which stay as they are, the first at line 3",
              "1 line of an unknown kind, which stays as it is, at line 5",
              "1 time that cannot be read, whose text is translated all the same, at line 6",
              "1 cue that ends before it begins, at line 8");
      assertThat(document.coverage().outside()).containsKeys("broken-line", "unknown-line");
    }
    assertThat(translated(text, "一", "二", "三"))
        .isEqualTo(text.replace("One", "一").replace("Two", "二").replace("Three", "三"));
  }

  @Test
  void joinsSoftBreaksUnlessTheyEndLines() throws IOException {
    String script = "[Script Info]\nWrapStyle: %d\n" + EVENTS + line("- one\\n- two");
    assertThat(marked(script.formatted(0))).containsExactly("- one - two");
    assertThat(marked(script.formatted(2))).containsExactly("- one⟦1⟧- two");
  }

  @Test
  void wrapsTargetsWithHardBreaks() throws IOException {
    String target = "这一行字太长了，一行放不下，所以要分成两行来写，才能看得清楚。";
    assertThat(translated(EVENTS + line("{\\an8}A long\\Nline"), target))
        .isEqualTo(EVENTS + line("{\\an8}这一行字太长了，一行放不下，所以\\N要分成两行来写，才能看得清楚。"));
  }

  @Test
  void writesNothingThatReadsAsATag() throws IOException {
    String text = EVENTS + line("One");
    assertThat(translated(text, "a {\\i1} b \\N c\\nd")).isEqualTo(EVENTS + line("a ｛\\i1｝ b c d"));
  }

  @Test
  void readsLayersOfATextAsTheSameLabel() throws IOException {
    String text =
        EVENTS
            + dialogue(1, "Default", "", "{\\blur4}Wait")
            + dialogue(1, "Default", "", "{\\bord0}Wait")
            + dialogue(4, "Default", "", "Yes")
            + dialogue(9, "Default", "", "Yes");
    try (Document document = open(text, FormatOptions.DEFAULT.into("zh"))) {
      assertThat(document.segments())
          .extracting(Segment::role, segment -> segment.hints().limit().isPresent())
          .containsExactly(
              tuple(Role.SIGN, true),
              tuple(Role.SIGN, true),
              tuple(Role.CUE, true),
              tuple(Role.CUE, true));
    }
  }

  @Test
  void readsSpacesThatDoNotBreakAsTextAndWritesThemAsSuch() throws IOException {
    assertThat(translated(EVENTS + line("a\\hb"), "x\u00A0y")).isEqualTo(EVENTS + line("x\\hy"));
  }

  @Test
  void limitsDialogueButNoSigns() throws IOException {
    FormatOptions options = FormatOptions.DEFAULT.into("zh");
    String text =
        EVENTS
            + dialogue(1, "Default", "", "Dialogue")
            + dialogue(3, "Main-Signs", "", "By style")
            + dialogue(5, "Default", "", "{\\pos(1,2)}By place")
            + dialogue(7, "Default", "Banner;20", "By effect")
            + dialogue(9, "Designs", "", "No sign");
    try (Document document = open(text, options)) {
      assertThat(document.segments())
          .extracting(Segment::role, segment -> segment.hints().limit().isPresent())
          .containsExactly(
              tuple(Role.CUE, true),
              tuple(Role.SIGN, false),
              tuple(Role.SIGN, false),
              tuple(Role.SIGN, false),
              tuple(Role.CUE, true));
    }
  }

  @Test
  void leavesWhatKaraokeTemplatesMakeAsItIs() throws IOException {
    String made =
        "Comment: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,template syl,{\\t(\\fscx120)}\n"
            + dialogue(1, "Default", "karaoke", "{\\k10}ka")
            + dialogue(1, "Default", "fx", "{\\pos(1,2)}ka")
            + dialogue(1, "Romaji-furigana", "", "ka")
            + dialogue(1, "Default", "template noblank", "x")
            + dialogue(1, "Default", "", "sung");
    assertThat(rules(EVENTS + made))
        .containsExactly(
            "karaoke-effect", "karaoke-effect", "karaoke-effect", "karaoke-effect", "");
    assertThat(rules(EVENTS + dialogue(1, "Default", "Karaoke", "{\\k10}sung")))
        .containsExactly("");
  }

  private List<String> rules(String text) throws IOException {
    try (Document document = open(text)) {
      return document.segments().stream().map(segment -> segment.skipRule().orElse("")).toList();
    }
  }

  @Test
  void readsFramesOfAnEffectAsTheSameSign() throws IOException {
    StringBuilder text = new StringBuilder(EVENTS);
    for (int frame = 0; frame < 300; frame++) {
      text.append(dialogue(1, "Default", "", "{\\pos(%d,20)\\blur1}OPEN".formatted(frame)));
    }
    try (Document document = open(text.toString())) {
      assertThat(document.segments()).hasSize(300);
      assertThat(document.segments().stream().map(Segment::source).distinct()).hasSize(1);
      assertThat(document.segments()).allMatch(segment -> segment.role().isLabel());
    }
  }

  @Test
  void findsScenesByTimeThoughLinesAreInAnyOrder() throws IOException {
    String text =
        EVENTS
            + dialogue(1, "Default", "", "a")
            + dialogue(200, "Default", "", "b")
            + dialogue(201, "Default", "", "c")
            + dialogue(3, "Default", "", "d")
            + dialogue(2, "Default", "", "e");
    try (Document document = open(text)) {
      assertThat(document.segments())
          .extracting(Segment::stream)
          .containsExactly("scene/1", "scene/2", "scene/2", "scene/3", "scene/3");
    }
  }

  @Test
  void putsTheTargetBelowInASmallerStyle() throws IOException {
    String text = HEAD + EVENTS + line("{\\an8\\i1}One,\\Ntwo") + line("Three");
    String expected =
        text.replace("\\Ntwo", "\\Ntwo\\N{\\rYiben-Second-Default\\i1}一，二")
            .replace("-1,8\n", "-1,8\nStyle: Yiben-Second-Default,Arial,36,&H00FFFFFF,0,2\n");
    assertThat(translated(text, FormatOptions.DEFAULT.with(Layout.BILINGUAL), "一，二"))
        .isEqualTo(expected);
  }

  @Test
  void putsTheTargetAboveAndTheSourceInASmallerStyle() throws IOException {
    String text = HEAD + EVENTS + line("{\\c&HFF&}One") + line("Three");
    String expected =
        text.replace("}One", "}一\\N{\\rYiben-Second-Default\\c&HFF&}One")
            .replace("-1,8\n", "-1,8\nStyle: Yiben-Second-Default,Arial,36,&H00FFFFFF,0,2\n");
    assertThat(translated(text, FormatOptions.DEFAULT.with(Layout.BILINGUAL_ABOVE), "一"))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\\pos(1,2)\\frz10\\fs60\\t(0,9,\\clip(1,2,3,4))} | \\frz10\\fs45",
        "{\\bord2\\b1\\fnArial}{\\i1\\fad(1,2)\\k20} | \\bord2\\b1\\fnArial\\i1",
        "{a remark}{\\1c&HFF&\\alpha&H80&\\q2\\an8} | \\1c&HFF&\\alpha&H80&",
      })
  void keepsTheLookOfTheLineInTheSecondLanguage(String leading, String look) throws IOException {
    assertThat(
            translated(
                HEAD + EVENTS + line(leading + "One"),
                FormatOptions.DEFAULT.with(Layout.BILINGUAL),
                "一"))
        .contains(leading + "One\\N{\\rYiben-Second-Default" + look + "}一\n");
  }

  @Test
  void showsBracesOfTheTextInBothLanguages() throws IOException {
    assertThat(
            translated(
                EVENTS + line("a } b{why}"), FormatOptions.DEFAULT.with(Layout.BILINGUAL), "一⟦1⟧"))
        .isEqualTo(EVENTS + line("a } b\\N{\\fscx75\\fscy75}一}{why}"));
  }

  @Test
  void addsNoStyleTwice() throws IOException {
    FormatOptions bilingual = FormatOptions.DEFAULT.with(Layout.BILINGUAL);
    String once = translated(HEAD + EVENTS + line("One") + line("Two"), bilingual, "一");
    String twice = translated(once, bilingual, "", "二");
    assertThat(twice.split("Style: Yiben-Second-Default", -1)).hasSize(2);
  }

  @Test
  void scalesTheSecondLanguageWhereThereAreNoStyles() throws IOException {
    assertThat(translated(EVENTS + line("One"), FormatOptions.DEFAULT.with(Layout.BILINGUAL), "一"))
        .isEqualTo(EVENTS + line("One\\N{\\fscx75\\fscy75}一"));
  }

  @Test
  void timesSyllablesOnceInTwoLanguages() throws IOException {
    String text = EVENTS + line("{\\k20}Row {\\k30}the {\\b1}boat{\\b0}!");
    assertThat(translated(text, FormatOptions.DEFAULT.with(Layout.BILINGUAL), "划⟦1⟧⟦2⟧船⟦/2⟧！"))
        .isEqualTo(
            EVENTS
                + line(
                    "{\\k20}Row {\\k30}the {\\b1}boat{\\b0}!\\N{\\fscx75\\fscy75}划{\\b1}船{\\b0}！"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"No tags, no colons", "{{{{{{{{", "a         b", "{\\p1}m 0 0{\\p0}a"})
  void readsManyLinesInLinearTime(String text) throws IOException {
    String lines = HEAD + EVENTS + line(text).repeat(60_000) + "and nothing\n".repeat(60_000);
    try (Document document = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> open(lines))) {
      assertThat(document.segments()).hasSize(60_000);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"[Script Info]\nTitle: x\n", "[Events]\nComment: 0,a\n", "hello\n"})
  void refusesFilesWithoutDialogue(String text) throws IOException {
    Path file = file("none.ass", text.getBytes(UTF_8));
    assertThatThrownBy(() -> format().open(file))
        .isInstanceOf(DocumentException.class)
        .hasMessageContaining("no subtitle");
  }

  @Test
  void refusesLanguagesSideBySide() throws IOException {
    Path file = file("side.ass", ALL.getBytes(UTF_8));
    assertThatThrownBy(() -> format().open(file, FormatOptions.DEFAULT.with(Layout.BILINGUAL_SIDE)))
        .isInstanceOf(DocumentException.class)
        .hasMessageContaining("bilingual");
  }

  @Test
  void readsTheEncodingThatIsNamed() throws IOException {
    byte[] bytes = (EVENTS + line("Где ты?")).getBytes(Charset.forName("KOI8-R"));
    Path file = file("named.ass", bytes);
    FormatOptions options = FormatOptions.DEFAULT.with(Charset.forName("KOI8-R"));
    try (Document document = format().open(file, options)) {
      assertThat(document.segments().get(0).source().marked()).isEqualTo("Где ты?");
      assertThat(document.notices()).isEmpty();
      TargetLookup targets = lookup(Map.of(new SegmentId("cue/1"), CodedText.of("Вот я")));
      assertThat(merged(document, targets))
          .isEqualTo((EVENTS + line("Вот я")).getBytes(Charset.forName("KOI8-R")));
    }
  }
}
