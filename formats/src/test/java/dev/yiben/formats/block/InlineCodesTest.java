package dev.yiben.formats.block;

import static dev.yiben.formats.block.Snippets.marked;
import static dev.yiben.formats.block.Snippets.read;
import static dev.yiben.formats.block.Snippets.write;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.format.RubyReadings;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How few codes the model sees, and what is written for them. */
class InlineCodesTest {
  @ParameterizedTest
  @CsvSource(
      value = {
        // Pairs that cover the whole: only their boundaries are codes.
        "<p><s id='1'>a</s><s id='2'>b</s></p>|a⟦1⟧b",
        "<p><s>a</s><s>b <i>c</i></s><!-- --><s>d</s></p>|a⟦1⟧b ⟦2⟧c⟦/2⟧⟦3⟧d",
        "<p><b><s>a</s><s>b</s></b></p>|a⟦1⟧b",
        "<p><s>a</s> <s>b</s></p>|⟦1⟧a⟦/1⟧ ⟦2⟧b⟦/2⟧",
        "<p><s>a</s><s>b</s>.</p>|⟦1⟧a⟦/1⟧⟦2⟧b⟦/2⟧.",
        // Numbers of pages and lines stay outside where they can.
        "<p>a<span class='pagenum'><a id='p'>[Pg 12]</a></span> b</p>|a⟦1⟧ b",
        "<p><span epub:type='pagebreak' id='p'>12</span>a b</p>|a b",
        "<p>a line,<span class='lnum'>20</span></p>|a line,",
        "<p>in <span class='year'>1920</span></p>|in ⟦1⟧1920⟦/1⟧",
        "<p>H<sub>2</sub>O<sup>3</sup></p>|H⟦1⟧2⟦/1⟧O⟦2⟧",
        "<p>a <span class='pagenum'>word</span></p>|a ⟦1⟧word⟦/1⟧",
      },
      delimiter = '|')
  void sparesTheModelCodes(String markup, String marked) {
    assertThat(marked(markup)).containsExactly(marked);
  }

  @Test
  void writesBoundariesInTheirOrderAndOutsideOfPairs() {
    String tiles = "<p><s id='1'>a</s><s id='2'>b <i>c</i></s><s id='3'>d</s></p>";
    assertThat(write(tiles, "A⟦1⟧B ⟦2⟧C⟦/2⟧⟦3⟧D"))
        .isEqualTo("<p><s id='1'>A</s><s id='2'>B <i>C</i></s><s id='3'>D</s></p>");
    assertThat(write(tiles, "A⟦2⟧C⟦3⟧⟦1⟧B⟦/2⟧D"))
        .isEqualTo("<p><s id='1'>A<i>CB</i></s><s id='2'></s><s id='3'>D</s></p>");
  }

  @Test
  void keepsLinkTargetsOfRubyWhoseReadingsGo() {
    assertThat(
            write(
                "<p>の<ruby id='x'><rb id=\"y\">漢</rb><rt id='z'>かん</rt></ruby>だ</p>",
                "A ⟦1⟧⟦2⟧Han⟦3⟧ B"))
        .isEqualTo("<p>A <span id='x'></span><span id=\"y\"></span>Han<span id='z'></span> B</p>");
  }

  private static MarkupDocument readKeeping(String markup) {
    return read(markup, XhtmlVocabulary.content(RubyReadings.KEEP));
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "<ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby>|<ruby>Kanji<rt>かんじ</rt></ruby>",
        "<ruby id='x'><rb>漢</rb><rp>(</rp><rt class='r'>かん</rt><rp>)</rp></ruby>"
            + "|<ruby id='x'>Kanji<rp>(</rp><rt class='r'>かん</rt><rp>)</rp></ruby>",
        "<ruby><rb>漢</rb><rb>字</rb><rt>かん</rt><rt id='z'>じ</rt></ruby>"
            + "|<ruby>Kanji<rt>かん<span id='z'></span>じ</rt></ruby>",
        "<ruby><rbc><rb>漢</rb></rbc><rtc><rt>かん</rt></rtc></ruby>"
            + "|<ruby>Kanji<rt>かん</rt></ruby>"
      },
      delimiter = '|')
  void putsReadingsOverTheTranslationOfTheirBase(String ruby, String written) {
    MarkupDocument document = readKeeping("<p>の" + ruby + "だ</p>");
    assertThat(document.segments().get(0).source().wordText()).matches("の漢字?だ");
    assertThat(document.coverage().outside()).containsOnlyKeys("ruby-reading");
    assertThat(write(document, "A ⟦1⟧Kanji⟦/1⟧ B")).isEqualTo("<p>A " + written + " B</p>");
    assertThat(write(document)).isEqualTo("<p>の" + ruby + "だ</p>");
  }

  @Test
  void keepsTheReadingOfARubyThatIsTheWholeParagraph() {
    MarkupDocument document = readKeeping("<p><ruby>漢<rt>かん</rt></ruby></p>");
    assertThat(write(document, "⟦1⟧Han⟦/1⟧")).isEqualTo("<p><ruby>Han<rt>かん</rt></ruby></p>");
  }

  @Test
  void standsARubyWithoutContent() {
    MarkupDocument document = readKeeping("<p>a <ruby/> b<rt>c</rt> d</p>");
    assertThat(write(document, "A ⟦1⟧ B D")).isEqualTo("<p>A <ruby/> B D</p>");
  }

  @Test
  void countsReadingsAndMarkers() {
    assertThat(
            read("<p><ruby>漢<rt>かん</rt></ruby><span class='pagenum'>12</span>"
                    + "<span class='lnum'>5</span></p>")
                .coverage()
                .outside())
        .isEqualTo(Map.of("ruby-reading", 2L, "page-break", 2L, "line-number", 1L));
  }
}
