package dev.yiben.formats.format.markdown;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Role;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.DocumentException;
import dev.yiben.formats.format.DocumentFormat;
import dev.yiben.formats.format.DocumentFormatContract;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.Layout;
import dev.yiben.formats.format.LineWrap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
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

class MarkdownFormatTest extends DocumentFormatContract {

  @Override
  protected DocumentFormat format() {
    return new MarkdownFormat();
  }

  @Override
  protected Map<String, byte[]> samples() throws IOException {
    String page = resource("page.md");
    Map<String, byte[]> samples = new LinkedHashMap<>();
    samples.put("page.md", page.getBytes(UTF_8));
    samples.put("plain.markdown", resource("plain.md").getBytes(UTF_8));
    samples.put("windows.md", page.replace("\n", "\r\n").getBytes(UTF_8));
    samples.put("mac.md", page.replace("\n", "\r").getBytes(UTF_8));
    samples.put("marked.md", ("\uFEFF" + page).getBytes(UTF_8));
    samples.put("utf16.md", ("\uFEFF" + page).getBytes(UTF_16LE));
    samples.put("gbk.md", "# 灯塔\n\n灯塔的**光**亮了。\n- 一\n- 二".getBytes(Charset.forName("GBK")));
    samples.put("unended.md", page.strip().getBytes(UTF_8));
    return samples;
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = MarkdownFormatTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  private Document open(String text, FormatOptions options) throws IOException {
    return format().open(file("text.md", text.getBytes(UTF_8)), options);
  }

  private List<String> marked(String text) throws IOException {
    try (Document document = open(text, FormatOptions.DEFAULT)) {
      return document.segments().stream().map(s -> s.source().marked()).toList();
    }
  }

  private String translated(String text, String... targets) throws IOException {
    return translated(text, FormatOptions.DEFAULT, targets);
  }

  /** Returns the text with these marked targets for its first segments. */
  private String translated(String text, FormatOptions options, String... targets)
      throws IOException {
    try (Document document = open(text, options)) {
      Map<SegmentId, CodedText> byId = new HashMap<>();
      for (int i = 0; i < targets.length; i++) {
        Segment segment = document.segments().get(i);
        byId.put(segment.id(), segment.source().withMarked(targets[i]));
      }
      return new String(merged(document, lookup(byId)), UTF_8);
    }
  }

  @Test
  void findsTheText() throws IOException {
    try (Document document = open(resource("page.md"), FormatOptions.DEFAULT)) {
      assertThat(document.segments())
          .extracting(s -> s.source().marked(), Segment::role)
          .containsExactly(
              tuple("The lighthouse", Role.METADATA),
              tuple("A \"fine\" tale", Role.METADATA),
              tuple("The keeper's log", Role.METADATA),
              tuple("The lamp at night", Role.HEADING),
              tuple("Set text title", Role.HEADING),
              tuple(
                  "The keeper climbs the ⟦1⟧stairs⟦/1⟧ and lights the ⟦2⟧lamp⟦/2⟧; see ⟦3⟧the"
                      + " log⟦/3⟧ or ⟦4⟧a lamp⟦/4⟧ and run ⟦5⟧, then go to ⟦6⟧ or ⟦7⟧. A formula ⟦8⟧"
                      + " and a hard break here⟦9⟧and another⟦10⟧line, ⟦11⟧gone⟦/11⟧ & done⟦12⟧with"
                      + " ⟦13⟧Ctrl⟦14⟧ and a note⟦15⟧.",
                  Role.PARAGRAPH),
              tuple("A quotation of ⟦1⟧two⟦/1⟧ lines, and", Role.PARAGRAPH),
              tuple("another paragraph.", Role.PARAGRAPH),
              tuple("Mind the stairs.", Role.PARAGRAPH),
              tuple("One item", Role.LIST_ITEM),
              tuple("Two items that go on", Role.LIST_ITEM),
              tuple("a task to do", Role.LIST_ITEM),
              tuple("a task done", Role.LIST_ITEM),
              tuple("First", Role.LIST_ITEM),
              tuple("Second paragraph of the item", Role.LIST_ITEM),
              tuple("Ship", Role.TABLE_CELL),
              tuple("Cargo", Role.TABLE_CELL),
              tuple("Sail", Role.TABLE_CELL),
              tuple("tea ⟦1⟧ oil", Role.TABLE_CELL),
              tuple("Boat", Role.TABLE_CELL),
              tuple("Text in ⟦1⟧HTML⟦/1⟧ & more", Role.PARAGRAPH),
              tuple("In an admonition", Role.PARAGRAPH),
              tuple("Text with ⟦1⟧ in it, ⟦2⟧a reference⟦/2⟧ and ⟦3⟧ too.", Role.PARAGRAPH),
              tuple("The log's title", Role.ATTRIBUTE),
              tuple("The note, which is ⟦1⟧short⟦/1⟧.", Role.NOTE));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "x ¦ * not a list ¦ \\* not a list",
        "x ¦ 1. not a list ¦ 1\\. not a list",
        "x ¦ # no heading ¦ \\# no heading",
        "x ¦ > no quotation ¦ \\> no quotation",
        "x ¦ - ¦ \\-",
        "x ¦ 2 * 3 and snake_case < 5 & R&D ¦ 2 * 3 and snake_case < 5 & R&D",
        "x ¦ *stars* and `ticks` ¦ \\*stars\\* and \\`ticks\\`",
        "x ¦ [text](url) &amp; <b> ¦ [text\\](url) \\&amp; \\<b>",
        "x ¦ a back\\slash, one \\* ¦ a back\\slash, one \\\\\\*",
        "# x ¦ C# ¦ # C\\#",
        "**x** ¦ 好 ¦ **好**",
        "a _b_ c ¦ 甲⟦1⟧乙⟦/1⟧丙 ¦ 甲*乙*丙",
        "a **b** c ¦ 甲⟦1⟧“乙。”⟦/1⟧丙 ¦ 甲<strong>“乙。”</strong>丙",
        "a ~~b~~ c ¦ 甲⟦1⟧“乙”⟦/1⟧丙 ¦ 甲<del>“乙”</del>丙",
        "see [x] ¦ see ⟦1⟧y⟦/1⟧ ¦ see [x]",
        "a [b](c) d ¦ Oh!⟦1⟧b⟦/1⟧ ¦ Oh\\![b](c)",
        "[![a](b)](c) x ¦ ⟦1⟧ä⟦/1⟧ y ¦ [![ä](b)](c) y",
        "x ¦ {{ no }} template ¦ \\{\\{ no \\}\\} template",
        "x ¦ $a$ no formula ¦ \\$a\\$ no formula",
      })
  void writesTargetsThatStayText(String text, String target, String expected) throws IOException {
    if (target.contains("⟦1⟧y")) {
      assertThat(translated("see [x]\n\n[x]: /u", target)).isEqualTo("see [y][x]\n\n[x]: /u");
      assertThat(translated("see [x][]\n\n[x]: /u", target)).isEqualTo("see [y][x]\n\n[x]: /u");
    } else {
      assertThat(translated(text, target)).isEqualTo(expected);
    }
  }

  @Test
  void translatesTitlesOfLinks() throws IOException {
    String text = "See [a](b \"c\") and ![d](e 'f')\n\n[g]: h (i)\n";
    assertThat(marked(text)).containsExactly("See ⟦1⟧a⟦/1⟧ and ⟦2⟧d⟦/2⟧", "c", "f", "i");
    assertThat(translated(text, "⟦2⟧D⟦/2⟧ und ⟦1⟧A⟦/1⟧", "\"C\"", "it's", "(I)"))
        .isEqualTo("![D](e 'it\\'s') und [A](b \"\\\"C\\\"\")\n\n[g]: h (\\(I\\))\n");
    assertThat(translated(text, "See ⟦1⟧a⟦/1⟧ and ⟦2⟧d⟦/2⟧", "C"))
        .isEqualTo(text.replace("\"c\"", "\"C\""));
  }

  @Test
  void keepsBarsOfTargetsOutOfTables() throws IOException {
    assertThat(translated("| a | b |\n|---|---|\n", "x | y"))
        .isEqualTo("| x &#124; y | b |\n|---|---|\n");
  }

  @Test
  void writesValuesOfFrontMatterAsYaml() throws IOException {
    String front = "---\ntitle: One\nsummary: 'Two'\ndescription: \"Three\"\n---\n";
    assertThat(translated(front, "A: b # c", "it's", "say \"x\""))
        .isEqualTo(
            "---\ntitle: \"A: b # c\"\nsummary: 'it''s'\ndescription: \"say \\\"x\\\"\"\n---\n");
    assertThat(translated(front, "Eins", "Zwei", "Drei"))
        .isEqualTo("---\ntitle: Eins\nsummary: 'Zwei'\ndescription: \"Drei\"\n---\n");
    assertThat(translated(front, "true")).contains("title: \"true\"");
    assertThat(marked("+++\ntitle = \"One\"\n+++\nText\n")).containsExactly("Text");
    assertThat(marked("---\nText\n---\nMore\n")).containsExactly("Text", "More");
  }

  @Test
  void joinsValuesOfFrontMatterThatHaveLinesOfTheirOwn() throws IOException {
    String front =
        "---\ntitle: >-\n  A folded\n  title\ndate: 1\nsummary: |\n    One line\n\n---\nText\n";
    assertThat(marked(front)).containsExactly("A folded title", "One line", "Text");
    assertThat(translated(front, "Ein: \"Titel\"", "# Zeile"))
        .isEqualTo(
            "---\ntitle: >-\n  Ein: \"Titel\"\ndate: 1\nsummary: |\n    # Zeile\n\n---\nText\n");
    // Of several paragraphs, or of lines that are to stay such, YAML keeps the lines.
    assertThat(marked("---\ntitle: >\n  One\n\n  Two\nsummary: |\n  One\n  Two\n---\nText\n"))
        .containsExactly("Text");
  }

  @Test
  void wrapsShortParagraphsAtTheWidthOfTheOthers() throws IOException {
    String text = "one two three four five six\nseven eight nine\n\n> a b\n> c d\n";
    assertThat(translated(text, "1", "aaaa bbbb cccc dddd eeee ffff"))
        .isEqualTo("1\n\n> aaaa bbbb cccc dddd eeee\n> ffff\n");
  }

  @Test
  void wrapsAsTheSourceIsWrapped() throws IOException {
    String quoted = "> one two three four!\n> five six\n";
    assertThat(translated(quoted, "eins zwei drei vier fünf sechs"))
        .isEqualTo("> eins zwei drei vier\n> fünf sechs\n");
    assertThat(
            translated(
                quoted, FormatOptions.DEFAULT.with(LineWrap.OFF), "eins zwei drei vier fünf"))
        .isEqualTo("> eins zwei drei vier fünf\n");
    assertThat(
            translated(
                "- one two *three*\n",
                FormatOptions.DEFAULT.with(LineWrap.at(13)),
                "eins zwei ⟦1⟧drei vier⟦/1⟧"))
        .isEqualTo("- eins zwei\n  *drei vier*\n");
    assertThat(translated("一二三\n四五六\n", "one two")).isEqualTo("one two\n");
    assertThat(translated("one two\nthree\n", "灯塔的光很亮。")).isEqualTo("灯塔的光很亮。\n");
  }

  @Test
  void breaksNoLineBeforeWhatWouldBeginABlock() throws IOException {
    FormatOptions narrow = FormatOptions.DEFAULT.with(LineWrap.at(12));
    assertThat(translated("one two three\n", narrow, "eins zwei - drei 4. vier # fünf"))
        .doesNotContain("\n-")
        .doesNotContain("\n4.")
        .doesNotContain("\n#");
  }

  @Test
  void writesBothLanguages() throws IOException {
    FormatOptions below = FormatOptions.DEFAULT.with(Layout.BILINGUAL);
    FormatOptions above = FormatOptions.DEFAULT.with(Layout.BILINGUAL_ABOVE);
    String text = "# One\n\n> Two\n\n- Three\n\n| Four |\n|------|\n";
    assertThat(translated(text, below, "Eins", "Zwei", "Drei", "Vier"))
        .isEqualTo(
            "# One / Eins\n\n> Two\n>\n> Zwei\n\n- Three  \n  Drei\n\n| Four<br>Vier |\n|------|\n");
    assertThat(translated(text, above, "Eins", "Zwei", "Drei", "Vier"))
        .isEqualTo(
            "# Eins / One\n\n> Zwei\n>\n> Two\n\n- Drei  \n  Three\n\n| Vier<br>Four |\n|------|\n");
  }

  @Test
  void wrapsBothLanguagesInWhatWrapsTheSource() throws IOException {
    FormatOptions below = FormatOptions.DEFAULT.with(Layout.BILINGUAL);
    assertThat(translated("**One**\n", below, "Eins")).isEqualTo("**One**\n\n**Eins**\n");
    assertThat(translated("# One {#a}\n", below, "Eins")).isEqualTo("# One / Eins {#a}\n");
    assertThat(translated("- [ ] One\n", below, "Eins")).isEqualTo("- [ ] One  \n  Eins\n");
  }

  @Test
  void refusesTwoColumns() throws IOException {
    Path file = file("text.md", "a".getBytes(UTF_8));
    FormatOptions side = FormatOptions.DEFAULT.with(Layout.BILINGUAL_SIDE);
    assertThatThrownBy(() -> format().open(file, side))
        .isInstanceOf(DocumentException.class)
        .hasMessageContaining("use --layout bilingual");
  }

  @Test
  void saysThatATargetHasLostCodes() throws IOException {
    try (Document document = open("a *b* c", FormatOptions.DEFAULT)) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      SegmentId id = document.segments().get(0).id();
      assertThat(document.merge(lookup(Map.of(id, CodedText.of("x"))), out))
          .singleElement()
          .asString()
          .contains("block/1", "lost or crossed codes");
      assertThat(out.toString(UTF_8)).isEqualTo("a *b* c");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "> ", "- ", "*a ", "[", "![", "`", "<a ", "$", "{{", "| a ", "\\", "&", "#", "~~", "1. ",
        "_", "[a](", "---\n"
      })
  void readsHostileTextInBoundedTime(String piece) throws IOException {
    String text = piece.repeat(60_000 / piece.length()) + "x\n";
    assertTimeout(
        Duration.ofSeconds(60), () -> opensOrRefuses(file("hostile.md", text.getBytes(UTF_8))));
  }
}
