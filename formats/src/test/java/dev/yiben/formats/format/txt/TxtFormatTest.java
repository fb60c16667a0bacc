package dev.yiben.formats.format.txt;

import static java.nio.charset.StandardCharsets.UTF_16BE;
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
import dev.yiben.formats.format.Coverage;
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
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TxtFormatTest extends DocumentFormatContract {
  /** A paragraph that is hard-wrapped at 40 columns. */
  private static final String PROSE =
      """
      The keeper climbed the stairs in the
      dark and lit the lamp, as he did every
      night of the year when there was a wind
      or none.
      """;

  @Override
  protected DocumentFormat format() {
    return new TxtFormat();
  }

  @Override
  protected Map<String, byte[]> samples() throws IOException {
    String wrapped = resource("wrapped.txt");
    String chinese = resource("novel.zh.txt");
    String japanese = resource("wrapped.ja.txt");
    Map<String, byte[]> samples = new LinkedHashMap<>();
    samples.put("wrapped.txt", wrapped.getBytes(UTF_8));
    samples.put("lines.txt", resource("lines.txt").getBytes(UTF_8));
    samples.put("novel.txt", chinese.getBytes(UTF_8));
    samples.put("japanese.text", japanese.getBytes(UTF_8));
    samples.put("windows.txt", wrapped.replace("\n", "\r\n").getBytes(UTF_8));
    samples.put("mac.txt", wrapped.replace("\n", "\r").getBytes(UTF_8));
    samples.put("mixed.txt", chinese.replaceFirst("\n", "\r\n").getBytes(UTF_8));
    samples.put("marked.txt", ("\uFEFF" + wrapped).getBytes(UTF_8));
    samples.put("utf16le.txt", ("\uFEFF" + chinese).getBytes(UTF_16LE));
    samples.put("utf16be.txt", wrapped.getBytes(UTF_16BE));
    samples.put("gbk.txt", chinese.getBytes(Charset.forName("GBK")));
    samples.put("sjis.txt", japanese.getBytes(Charset.forName("windows-31j")));
    samples.put(
        "latin.txt", "Déjà vu – où ça ?\nLà-bas.".getBytes(Charset.forName("windows-1252")));
    samples.put("unended.txt", wrapped.strip().getBytes(UTF_8));
    samples.put("pages.txt", "One page\f\nTwo pages  \n\fThree\u0007.\f".getBytes(UTF_8));
    samples.put("trailing.txt", PROSE.replace("\n", "  \n").getBytes(UTF_8));
    return samples;
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = TxtFormatTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  private Document open(String text, FormatOptions options) throws IOException {
    return format().open(file("text.txt", text.getBytes(UTF_8)), options);
  }

  private List<String> texts(String text) throws IOException {
    try (Document document = open(text, FormatOptions.DEFAULT)) {
      return document.segments().stream()
          .filter(segment -> segment.skipRule().isEmpty())
          .map(segment -> segment.source().marked())
          .toList();
    }
  }

  /** Returns the text with these targets for its first segments. */
  private String translated(String text, FormatOptions options, String... targets)
      throws IOException {
    try (Document document = open(text, options)) {
      Map<SegmentId, CodedText> byId = new HashMap<>();
      for (int i = 0; i < targets.length; i++) {
        byId.put(document.segments().get(i).id(), CodedText.of(targets[i]));
      }
      return new String(merged(document, lookup(byId)), UTF_8);
    }
  }

  @Test
  void findsParagraphsAndTheirRoles() throws IOException {
    try (Document document = open(resource("wrapped.txt"), FormatOptions.DEFAULT)) {
      assertThat(document.segments())
          .extracting(s -> s.source().plainText(), Segment::role, Segment::stream)
          .containsExactly(
              tuple("THE KEEPER'S LOG", Role.HEADING, "part/1"),
              tuple("by A. Lamplighter", Role.PARAGRAPH, "part/1"),
              tuple("CHAPTER I.", Role.HEADING, "part/2"),
              tuple("THE LAMP", Role.HEADING, "part/2"),
              tuple(
                  "The lamp stood at the head of the stairs, and every night of the year the keeper"
                      + " climbed the hundred and twelve steps to light it; he was a well-known man"
                      + " on that coast--so well known that no boat passed without a signal to him.",
                  Role.PARAGRAPH,
                  "part/2"),
              tuple(
                  "He counted the steps as he went, and when he came to the last one he stopped, as"
                      + " always, to look at the sea. Nothing moved on it but the shadow of a cloud.",
                  Role.PARAGRAPH,
                  "part/2"),
              tuple("\"Is it lit?\" called the boy from below.", Role.PARAGRAPH, "part/2"),
              tuple(
                  "\"Long is the night and longer is the winter that the keeper knows in his house of"
                      + " stone; he has no clock but the sea and no friend but the lamp that he"
                      + " lights.\"",
                  Role.PARAGRAPH,
                  "part/2"),
              tuple("The sea is wide,", Role.PARAGRAPH, "part/2"),
              tuple("The lamp is small,", Role.PARAGRAPH, "part/2"),
              tuple("The wind is cold,", Role.PARAGRAPH, "part/2"),
              tuple("And that is all.", Role.PARAGRAPH, "part/2"),
              tuple("Things that he had in his room:", Role.PARAGRAPH, "part/2"),
              tuple(
                  "a chair with three legs, which he had found on the beach after the great storm of"
                      + " that winter",
                  Role.LIST_ITEM,
                  "part/2"),
              tuple("a table", Role.LIST_ITEM, "part/2"),
              tuple(
                  "a kettle that his mother had given to him when he left the house, so that he"
                      + " should never be without tea",
                  Role.LIST_ITEM,
                  "part/2"),
              tuple(
                  "On Monday you wrote that the oil would be there by the end of the week but nothing"
                      + " has come so far.",
                  Role.PARAGRAPH,
                  "part/2"),
              tuple("When was that?", Role.PARAGRAPH, "part/2"),
              tuple("Name", Role.TABLE_CELL, "part/2"),
              tuple("Rank", Role.TABLE_CELL, "part/2"),
              tuple("Years", Role.TABLE_CELL, "part/2"),
              tuple("Old Tom", Role.TABLE_CELL, "part/2"),
              tuple("keeper", Role.TABLE_CELL, "part/2"),
              tuple("30", Role.TABLE_CELL, "part/2"),
              tuple("Young Tom", Role.TABLE_CELL, "part/2"),
              tuple("helper", Role.TABLE_CELL, "part/2"),
              tuple("2", Role.TABLE_CELL, "part/2"),
              tuple("CHAPTER II.", Role.HEADING, "part/3"),
              tuple(
                  "The night was dark. The boy slept on the stairs, as he did on most nights when the"
                      + " wind was from the north, and the keeper did not wake him.",
                  Role.PARAGRAPH,
                  "part/3"),
              tuple("THE END", Role.HEADING, "part/3"));
    }
  }

  @Test
  void joinsJapaneseLinesWithoutSpaces() throws IOException {
    assertThat(texts(resource("wrapped.ja.txt")))
        .containsExactly(
            "灯台守は毎晩百十二段の階段を上り、灯をともした。海岸ではよく知られた人で、合図をせずに通り過ぎる船は一艘もなかった。"
                + "階段の数を数えながら上り、最後の段で必ず立ち止まって海を眺めるのだった。",
            "雲の影のほかには、海の上に動くものは何もなかった。少年は階段の下で眠っていた。北風の夜にはいつもそこで眠るのだ。守は彼を起こさなかった。",
            "「灯はともったか」");
  }

  @Test
  void takesEachLineForAParagraphWhereNothingIsWrapped() throws IOException {
    assertThat(texts(resource("novel.zh.txt"))).hasSize(8).contains("“还没有。”", "第一章　灯");
    assertThat(texts(resource("lines.txt")))
        .hasSize(13)
        .contains("He writes letters.", "1987", "Name", "Years", "Ship", "tea", "Contents");
    assertThat(texts("Roses are red,\nViolets are blue,\nSugar is sweet.\n")).hasSize(3);
    assertThat(texts("A first sentence of some forty columns, it is.\nAnother sentence.\n"))
        .hasSize(2);
  }

  @Test
  void keepsDrawings() throws IOException {
    try (Document document = open(resource("lines.txt"), FormatOptions.DEFAULT)) {
      assertThat(document.segments().stream().filter(s -> s.skipRule().isPresent()))
          .extracting(s -> s.source().plainText())
          .containsExactly("/\\", "( o )");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Chapter 1|true",
        "CHAPTER IV. The Lamp|true",
        "Chapter the First|true",
        "BOOK TWO|true",
        "Part of me|false",
        "Chapter 1 was long and dull, he said|false",
        "Book now|false",
        "Prologue|true",
        "EPILOGUE: Later|true",
        "Kapitel 3|true",
        "Erstes Kapitel|true",
        "Глава первая|true",
        "Chapitre II – La mer|true",
        "第一章|true",
        "第12回　海へ|true",
        "第一章里他说，灯亮了。|false",
        "楔子|true",
        "序章 海|true",
        "プロローグ|true",
        "第３話「灯」|true",
        "제1장|true",
        "12화|true",
        "XIV.|true",
        "I|true",
        "Il|false",
        "the end|false"
      })
  void knowsHeadingsOfChapters(String line, boolean expected) {
    assertThat(Headings.isChapter(line)).isEqualTo(expected);
  }

  @Test
  void beginsNoStreamInATableOfContents() throws IOException {
    String contents = "Chapter 1\nChapter 2\n\nChapter 1\n\nText.\n\nChapter 2\n\nMore.\n";
    try (Document document = open(contents, FormatOptions.DEFAULT)) {
      assertThat(document.segments())
          .extracting(Segment::stream)
          .containsExactly("part/1", "part/1", "part/1", "part/1", "part/2", "part/2");
    }
  }

  @Test
  void wrapsWhereTheSourceIsWrapped() throws IOException {
    String target = "word ".repeat(20).strip();
    assertThat(translated(PROSE, FormatOptions.DEFAULT, target))
        .isEqualTo(
            """
            word word word word word word word word
            word word word word word word word word
            word word word word
            """);
    assertThat(translated(PROSE, FormatOptions.DEFAULT.with(LineWrap.OFF), target))
        .isEqualTo(target + "\n");
    assertThat(translated(PROSE, FormatOptions.DEFAULT.with(LineWrap.at(20)), target))
        .startsWith("word word word word\nword");
    assertThat(translated("One line only.\n", FormatOptions.DEFAULT, target))
        .isEqualTo(target + "\n");
    assertThat(translated("One line only.\n", FormatOptions.DEFAULT.with(LineWrap.at(12)), target))
        .startsWith("word word\nword word\n");
  }

  @Test
  void countsWideCharactersTwice() throws IOException {
    assertThat(translated(PROSE, FormatOptions.DEFAULT, "灯".repeat(45)))
        .isEqualTo("灯".repeat(20) + "\n" + "灯".repeat(20) + "\n" + "灯".repeat(5) + "\n");
  }

  @Test
  void keepsIndentsAndMarks() throws IOException {
    String item = "  - " + PROSE.strip().replace("\n", "\n    ") + "\n";
    assertThat(translated(item, FormatOptions.DEFAULT, "word ".repeat(12)))
        .isEqualTo("  - word word word word word word word word\n    word word word word\n");
    String quoted = "> " + PROSE.strip().replace("\n", "\n> ") + "\n";
    assertThat(translated(quoted, FormatOptions.DEFAULT, "word ".repeat(12)))
        .isEqualTo("> word word word word word word word word\n> word word word word\n");
    assertThat(translated("　　灯。\n　　海。\n", FormatOptions.DEFAULT, "Lamp.", "Sea."))
        .isEqualTo("　　Lamp.\n　　Sea.\n");
  }

  @Test
  void keepsTheColumnsOfTables() throws IOException {
    assertThat(
            translated(
                "Name      Rank   Years\nTom       none   3\n",
                FormatOptions.DEFAULT,
                "Nom",
                "Grade d'un homme",
                "Ans",
                "Tommy"))
        .isEqualTo("Nom       Grade d'un homme   Ans\nTommy     none   3\n");
    assertThat(translated("| Ship | Cargo |\n", FormatOptions.DEFAULT, "船", "货物"))
        .isEqualTo("| 船   | 货物  |\n");
  }

  @Test
  void writesNoBlankLine() throws IOException {
    assertThat(translated("a\nb\n", FormatOptions.DEFAULT, "x\n\ny", " \n ")).isEqualTo("x y\nb\n");
  }

  @Test
  void breaksNoLineBeforeWhatWouldReadAsAnItem() throws IOException {
    String target = "A long way to the top, it has steps and - so they say - 12. steps or more";
    String written = translated(PROSE, FormatOptions.DEFAULT.with(LineWrap.at(40)), target);
    assertThat(written).doesNotContain("\n-").doesNotContain("\n12.");
    assertThat(written.replace('\n', ' ').strip()).isEqualTo(target);
  }

  @Test
  void writesBothLanguages() throws IOException {
    FormatOptions below = FormatOptions.DEFAULT.with(Layout.BILINGUAL);
    FormatOptions above = FormatOptions.DEFAULT.with(Layout.BILINGUAL_ABOVE);
    assertThat(translated("One.\n\n  - Two.", below, "Eins.", "Zwei."))
        .isEqualTo("One.\n\nEins.\n\n  - Two.\n\n  - Zwei.");
    assertThat(translated("One.\n\nTwo.\n", above, "Eins.")).isEqualTo("Eins.\n\nOne.\n\nTwo.\n");
    assertThat(translated("　　一。\r\n　　二。\r\n", below, "One.", "二。"))
        .isEqualTo("　　一。\r\n　　One.\r\n　　二。\r\n");
    assertThat(translated("A   B\nC   D\n", below, "X", "Y")).isEqualTo("A   B\nX   Y\nC   D\n");
  }

  @Test
  void refusesTwoColumns() throws IOException {
    Path file = file("text.txt", "a".getBytes(UTF_8));
    FormatOptions side = FormatOptions.DEFAULT.with(Layout.BILINGUAL_SIDE);
    assertThatThrownBy(() -> format().open(file, side))
        .isInstanceOf(DocumentException.class)
        .hasMessageContaining("use --layout bilingual");
  }

  @ParameterizedTest
  @ValueSource(strings = {"The lamp is lit. ", "灯亮了。", "lamp ", "灯"})
  void cutsVeryLongParagraphsAndPutsThemTogetherAgain(String sentence) throws IOException {
    String text = sentence.repeat(1_000_000 / sentence.length()).strip();
    try (Document document = open(text, FormatOptions.DEFAULT)) {
      assertThat(document.segments())
          .hasSizeGreaterThan(300)
          .allMatch(s -> s.source().plainText().length() <= LongText.MOST_COLUMNS);
      String written =
          new String(merged(document, targets(document, s -> CodedText.of("Une phrase."))), UTF_8);
      assertThat(written).startsWith("Une phrase. Une phrase.").doesNotContain("\n");
    }
  }

  @Test
  void countsAllText() throws IOException {
    String text = "- One   2\n* * *\nTwo\u0007\n";
    try (Document document = open(text, FormatOptions.DEFAULT)) {
      assertThat(document.coverage())
          .isEqualTo(
              new Coverage(
                  Coverage.characters(text),
                  Map.of("list-or-table-mark", 1L, "separator", 3L, "control-character", 1L)));
    }
  }

  @Test
  void writesUtf8WhereTheEncodingLacksCharacters() throws IOException {
    byte[] original = "Déjà vu, où ça ?\r\n".getBytes(Charset.forName("windows-1252"));
    try (Document document = format().open(file("text.txt", original))) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      SegmentId id = document.segments().get(0).id();
      assertThat(document.merge(lookup(Map.of(id, CodedText.of("似曾相识"))), out))
          .containsExactly("written as UTF-8: windows-1252 cannot hold the translation");
      assertThat(out.toString(UTF_8)).isEqualTo("似曾相识\r\n");
    }
  }

  @Test
  void refusesWhatIsNoText() throws IOException {
    byte[] picture = new byte[1000];
    Arrays.fill(picture, (byte) 0);
    picture[0] = (byte) 0x89;
    Path file = file("text.txt", picture);
    assertThatThrownBy(() -> format().open(file))
        .isInstanceOf(DocumentException.class)
        .hasMessageContaining("this is no text");
    assertThat(format().matches(picture)).isFalse();
  }

  @Test
  void refusesMillionsOfLines() throws IOException {
    Path file = file("text.txt", "a\n".repeat(1_000_001).getBytes(UTF_8));
    assertThatThrownBy(() -> format().open(file))
        .isInstanceOf(DocumentException.class)
        .hasMessageContaining("1000001 lines, over 1000000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".",
        ". ",
        "|",
        "| a ",
        "> ",
        "- ",
        "\t",
        "1. ",
        "(",
        "第",
        "a   ",
        "a\n",
        "I",
        "\u0007",
        "#",
        "chapter "
      })
  void readsHostileTextInBoundedTime(String piece) throws IOException {
    String text = piece.repeat(1_000_000 / piece.length()) + "x\n";
    assertTimeout(
        Duration.ofSeconds(60), () -> opensOrRefuses(file("hostile.txt", text.getBytes(UTF_8))));
  }
}
