package dev.yiben.formats.cue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.Layout;
import dev.yiben.formats.format.LineWrap;
import dev.yiben.formats.format.SubtitleOptions;
import dev.yiben.formats.splice.Patch;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CueWriterTest {
  private static final Pattern MARKUP = Pattern.compile("(\\R)|<(/?)(\\w+)>|\\{\\w+\\}");

  /** A format of tags and overrides. */
  private static final CueSyntax SYNTAX =
      new CueSyntax() {
        @Override
        public List<Piece> pieces(String text, int start, int end) {
          List<Piece> pieces = new ArrayList<>();
          Matcher matcher = MARKUP.matcher(text).region(start, end);
          int done = start;
          while (matcher.find()) {
            if (done < matcher.start()) {
              pieces.add(Piece.text(done, matcher.start(), text.substring(done, matcher.start())));
            }
            done = matcher.end();
            if (matcher.group(1) != null) {
              pieces.add(Piece.lineBreak(matcher.start(), done));
            } else if (matcher.group(3) == null) {
              pieces.add(Piece.standalone(matcher.start(), done, ""));
            } else if (matcher.group(2).isEmpty()) {
              pieces.add(Piece.open(matcher.start(), done, matcher.group(3)));
            } else {
              pieces.add(Piece.close(matcher.start(), done, matcher.group(3)));
            }
          }
          if (done < end) {
            pieces.add(Piece.text(done, end, text.substring(done, end)));
          }
          return pieces;
        }

        @Override
        public String lineBreak() {
          return "\n";
        }

        @Override
        public String again(String original) {
          return original.replace("{once}", "");
        }
      };

  private static CueText read(String text) {
    return CueText.of(text, 0, text.length(), SYNTAX).orElseThrow();
  }

  private static String write(String text, String target, String language, FormatOptions options) {
    CueText cue = read(text);
    Patch patch =
        new CueWriter(SYNTAX, language, options).patch(text, cue, cue.source().withMarked(target));
    return text.substring(0, patch.start()) + patch.replacement() + text.substring(patch.end());
  }

  private static FormatOptions perLine(int characters) {
    return FormatOptions.DEFAULT.with(
        SubtitleOptions.DEFAULT.withCharactersPerLine(OptionalInt.of(characters)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The wind is cold,/and so is the sea.|The wind is cold, and so is the sea.",
        "- Who?/- Me.|- Who?⟦1⟧- Me.",
        "– Who?/– Me.|– Who?⟦1⟧– Me.",
        "He came/– and went|He came – and went",
        ">> Who?/>> Me.|>> Who?⟦1⟧>> Me.",
        "MARY: Who?/JOHN: Me.|MARY: Who?⟦1⟧JOHN: Me.",
        "[Mary] Who?/[John] Me.|[Mary] Who?⟦1⟧[John] Me.",
        "Who?/[door slams]|Who?⟦1⟧[door slams]",
        "(sighs)/I know.|(sighs)⟦1⟧I know.",
        "the man/(whom I met) left|the man (whom I met) left",
        "♪ Row the boat/Down the stream ♪|♪ Row the boat⟦1⟧Down the stream ♪",
        "♪ Row the boat/down the stream ♪|♪ Row the boat down the stream ♪",
        "# Row the boat/Down the stream #|# Row the boat⟦1⟧Down the stream #",
        "It cost/-5 pounds|It cost -5 pounds",
        "well-/known|well-known",
        "灯塔很亮，/你看见了吗|灯塔很亮，你看见了吗",
        "<i>One half</i>/<i>and the other</i>|One half and the other",
        "<i>- Who?</i>/<i>- Me.</i>|- Who?⟦1⟧- Me.",
        "<i>On the radio</i>/Over here|⟦1⟧On the radio⟦/1⟧⟦2⟧Over here",
        "he said <i>so</i>/again|he said ⟦1⟧so⟦/1⟧ again",
        "<a>One</a>/<b>Two</b>|⟦1⟧One⟦/1⟧⟦2⟧⟦3⟧Two⟦/3⟧",
        "One//Two|One⟦1⟧Two",
        "One/{x}/Two|One⟦1⟧⟦2⟧Two",
        "a {x}{y} b|a ⟦1⟧ b",
      })
  void knowsLinesThatMeanSomething(String text, String expected) {
    assertThat(read(text.replace('/', '\n').replace("<\n", "</")).source().marked())
        .isEqualTo(expected);
  }

  @Test
  void wrapsWhatDoesNotFitAndNothingElse() {
    assertThat(write("x", "The lamp is lit and bright", "en", FormatOptions.DEFAULT))
        .isEqualTo("The lamp is lit and bright");
    assertThat(write("x", "The lamp is lit and bright", "en", perLine(20)))
        .isEqualTo("The lamp is lit\nand bright");
    assertThat(write("x\ny", "The lamp", "en", perLine(20))).isEqualTo("The lamp");
    assertThat(write("x", "灯塔里的灯亮了起来，船就回来了。", "zh", perLine(12))).isEqualTo("灯塔里的灯亮了起来，\n船就回来了。");
  }

  @Test
  void followsTheOptionForWrapping() {
    String target = "The lamp is lit and bright, the storm is over and the boats are home again";
    assertThat(write("x", target, "en", FormatOptions.DEFAULT.with(LineWrap.OFF)))
        .isEqualTo(target);
    assertThat(write("x", "The lamp is lit", "en", FormatOptions.DEFAULT.with(LineWrap.at(12))))
        .isEqualTo("The lamp\nis lit");
  }

  @Test
  void givesEachSpeakerALine() {
    assertThat(write("- a\n- b", "- The lamp is lit⟦1⟧- No, it is dark", "en", perLine(12)))
        .isEqualTo("- The lamp is lit\n- No, it is dark");
    FormatOptions three =
        FormatOptions.DEFAULT.with(
            SubtitleOptions.DEFAULT.withCharactersPerLine(OptionalInt.of(18)).withLines(3));
    assertThat(write("- a\n- b", "- No⟦1⟧- The lamp is lit, and bright", "en", three))
        .isEqualTo("- No\n- The lamp is lit,\nand bright");
  }

  @Test
  void keepsTagsWithTheirWords() {
    String text = "a <i>b</i> c {x}";
    assertThat(write(text, "The lamp ⟦1⟧is lit⟦/1⟧ and bright", "en", perLine(16)))
        .isEqualTo("The lamp <i>is lit</i>\nand bright {x}");
    assertThat(write(text, "The lamp is ⟦1⟧lit and⟦/1⟧ bright", "en", perLine(16)))
        .isEqualTo("The lamp is <i>lit\nand</i> bright {x}");
    assertThat(write("a <i>b</i>", "灯塔里的灯⟦1⟧亮了起来吧⟦/1⟧", "zh", perLine(6)))
        .isEqualTo("灯塔里的\n灯<i>亮了起来吧</i>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "He went away - and so did I.",
        "Ask for MARY: she will know it.",
        "Do you see it (Or do you not)",
        "♪ Row the boat Down the stream ♪",
        "⟦1⟧Row the boat⟦/1⟧ Down the stream",
        "one  two  three  four  five  six",
        "twelve-and-a-half well-known men",
      })
  void readsBackWhatItWrote(String target) {
    String text = "<i>a</i> b";
    String written = write(text, target, "en", perLine(10));
    assertThat(read(written).source().plainText())
        .isEqualTo(read(text).source().withMarked(target).plainText());
    assertThat(read(written).source().codes())
        .hasSameSizeAs(read(text).source().withMarked(target).codes());
  }

  @Test
  void writesNoEmptyLine() {
    assertThat(write("- a\n- b\n- c", "⟦1⟧- x⟦1⟧ ⟦2⟧- y⟦2⟧", "en", FormatOptions.DEFAULT))
        .isEqualTo("- x\n- y");
    assertThat(write("- a\n{x}- b", "⟦1⟧- y", "en", FormatOptions.DEFAULT)).isEqualTo("{x}- y");
    assertThat(write("- a\n{x}- b", "- y⟦1⟧", "en", FormatOptions.DEFAULT)).isEqualTo("- y{x}");
    CueText cue = read("a");
    assertThat(
            new CueWriter(SYNTAX, "en", FormatOptions.DEFAULT)
                .write("a", cue, CodedText.of(" x \n\n y\r\n")))
        .isEqualTo("x y");
  }

  @ParameterizedTest
  @CsvSource({"BILINGUAL, '<i>One\ntwo\n一 二</i>'", "BILINGUAL_ABOVE, '<i>一 二\nOne\ntwo</i>'"})
  void showsTwoLanguages(Layout layout, String expected) {
    assertThat(write("<i>One\ntwo</i>", "一 二", "zh", FormatOptions.DEFAULT.with(layout)))
        .isEqualTo(expected);
  }

  @Test
  void repeatsNoCodeThatStandsButOnce() {
    FormatOptions bilingual = FormatOptions.DEFAULT.with(Layout.BILINGUAL);
    assertThat(write("a {once}b <i>c</i>", "一 ⟦1⟧二 ⟦2⟧三⟦/2⟧", "zh", bilingual))
        .isEqualTo("a {once}b <i>c</i>\n一 二 <i>三</i>");
  }
}
