package dev.yiben.formats.block;

import static dev.yiben.formats.block.Snippets.marked;
import static dev.yiben.formats.block.Snippets.originals;
import static dev.yiben.formats.block.Snippets.read;
import static dev.yiben.formats.block.Snippets.write;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.InlineCode;
import dev.yiben.formats.document.Role;
import dev.yiben.formats.document.Segment;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkupDocumentTest {
  @Test
  void leavesCrossingTagsWhereTheyStandUnlessATargetMovesCodes() {
    String markup = "<p><i>a <b>b</i> c</p>";
    assertThat(marked(markup)).containsExactly("⟦1⟧a ⟦2⟧b⟦/1⟧ c");
    assertThat(write(markup, "⟦1⟧x ⟦2⟧y⟦/1⟧ z")).isEqualTo("<p><i>x <b>y</i> z</p>");
    assertThat(write(markup, "⟦2⟧x ⟦1⟧y⟦/1⟧ z")).isEqualTo("<p><b>x <i>y</i> z</p>");
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        // Space as a reader sees it.
        "<p> a \t b\t</p>|a b",
        "<p>a <b> b</b> <i>c</i></p>|a ⟦1⟧b⟦/1⟧ ⟦2⟧c⟦/2⟧",
        "<p>a &#160;b&#160;</p>|a \u00A0b",
        "<p>a <br/> b</p>|a ⟦1⟧b",
        "<p>a <span epub:type='pagebreak'>7</span> b</p>|a ⟦1⟧ b",
        "<p>a <span epub:type='pagebreak'/> b</p>|a ⟦1⟧b",
        // Pairs, neighbours, wrappers.
        "<p>a <b>b</b> c</p>|a ⟦1⟧b⟦/1⟧ c",
        "<p>a <b><i><u>b</u></i></b> c</p>|a ⟦1⟧b⟦/1⟧ c",
        "<p>a <b><i>b</i> c</b> d</p>|a ⟦1⟧⟦2⟧b⟦/2⟧ c⟦/1⟧ d",
        "<p>a <b>b</b><i>c</i> d</p>|a ⟦1⟧b⟦/1⟧⟦2⟧c⟦/2⟧ d",
        "<p><b><i> all </i></b></p>|all",
        "<p> <a id='x'/><b>all</b><br/> </p>|all",
        "<p><b>a</b> and <b>b</b></p>|⟦1⟧a⟦/1⟧ and ⟦2⟧b⟦/2⟧",
        "<p>a<a id='x'></a> b</p>|a⟦1⟧ b",
        "<p>a <a id='x'/><b>b</b> c</p>|a ⟦1⟧b⟦/1⟧ c",
        "<p>a <a href='x'><img src='y'/></a> c</p>|a ⟦1⟧ c",
        "<p><img src='y'/> c</p>|⟦1⟧ c",
        "<p>a <!-- no --> b</p>|a ⟦1⟧b",
        // Standalone codes.
        "<p>a<sup><a href='#n'>[1]</a></sup>, b</p>|a⟦1⟧, b",
        "<p>a <a href='#n'>word</a></p>|a ⟦1⟧word⟦/1⟧",
        "<p>use <code>x = <b>1</b></code> now</p>|use ⟦1⟧ now",
        "<p>let <math><mi>x</mi></math> be</p>|let ⟦1⟧ be",
        "<p>a <span translate='no'>Yiben</span> b</p>|a ⟦1⟧ b",
        "<p>a<span epub:type='pagebreak' title='7'/>b</p>|a⟦1⟧b",
        "<p>a &mine; b</p>|a ⟦1⟧ b",
        // Ruby.
        "<p><ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby>です</p>|漢字です",
        "<p>の<ruby><rb>漢</rb><rp>(</rp><rt>かん</rt><rp>)</rp></ruby></p>|の漢",
        "<p>の<ruby id='x'>漢<rt>かん</rt></ruby>だ</p>|の⟦1⟧漢だ",
        // Tag soup.
        "<p>a<br>b<img src=x>c</p>|a⟦1⟧b⟦2⟧c",
        "<p>a <b>b <i>c</b> d</i> e</p>|a ⟦1⟧b ⟦2⟧c⟦/1⟧ d⟦3⟧ e",
        "<p>AT&T <3 & more</p>|AT&T <3 & more",
        "<p>a<![CDATA[ <b> &amp; ]]>c</p>|a <b> &amp; c"
      },
      delimiter = '|')
  void showsTheModelTextAndCodes(String markup, String marked) {
    assertThat(marked(markup)).containsExactly(marked);
  }

  @Test
  void cutsAtBlocksWhereverTextStands() {
    assertThat(
            marked(
                "loose <b>text</b><div>in <i>a</i> div<p>in p</p>after<table><tr><td>cell</td>"
                    + "</tr></table></div><a href='x'><h2>head</h2></a>end"))
        .containsExactly(
            "loose ⟦1⟧text⟦/1⟧", "in ⟦1⟧a⟦/1⟧ div", "in p", "after", "cell", "head", "end");
  }

  @Test
  void cutsAtAnEmptyLine() {
    assertThat(marked("<p>one<br/>two<br/> <br/>three</p>")).containsExactly("one⟦1⟧two", "three");
  }

  @Test
  void cutsUnclosedParagraphs() {
    assertThat(marked("<p>one<p>two<ul><li>three<li>four</ul>"))
        .containsExactly("one", "two", "three", "four");
  }

  @Test
  void tellsRoles() {
    assertThat(
            read("<h1>a</h1><p>b</p><ul><li><p>c</p></li></ul><table><tr><td>d</td></tr></table>"
                    + "<figcaption>e</figcaption><aside epub:type='footnote'><p>f</p></aside>"
                    + "<p title='g'>h</p><title>i</title>")
                .segments())
        .extracting(Segment::role)
        .containsExactly(
            Role.HEADING,
            Role.PARAGRAPH,
            Role.LIST_ITEM,
            Role.TABLE_CELL,
            Role.CAPTION,
            Role.NOTE,
            Role.ATTRIBUTE,
            Role.PARAGRAPH,
            Role.METADATA);
  }

  @Test
  void skipsByRule() {
    List<Segment> segments =
        read("<pre>code <b>x</b></pre><div translate='no'><p>Name</p></div><p>1 * 2</p>"
                + "<script>var x;</script><p><code>only</code></p><p>text</p>")
            .segments();
    assertThat(segments)
        .extracting(segment -> segment.source().plainText() + ": " + segment.skipRule().orElse(""))
        .containsExactly("code x: code", "Name: translate-no", "1 * 2: ", "text: ");
  }

  @Test
  void countsWhatIsInNoSegment() {
    assertThat(
            read("<p>ab<sup>12</sup> <code>xyz</code> ⟦c⟧ &u; <ruby>d<rt>ef</rt></ruby></p>"
                    + "<style>p{}</style>")
                .coverage())
        .satisfies(
            coverage -> {
              assertThat(coverage.total()).isEqualTo(2 + 2 + 3 + 3 + 3 + 3);
              assertThat(coverage.outside())
                  .isEqualTo(
                      Map.of(
                          "note-reference", 2L,
                          "code", 3L,
                          "placeholder-bracket", 2L,
                          "unknown-entity", 3L,
                          "ruby-reading", 2L));
            });
  }

  @Test
  void keepsOriginalMarkupInCodes() {
    assertThat(originals("<p>a <b\nclass='x'><i>b</i></b>, <br /> c &u; d</p>"))
        .containsExactly("<b\nclass='x'><i>", "</i></b>", "<br />", "&u;");
  }

  @Test
  void showsWhatAReaderSeesOfACode() {
    CodedText source =
        read("<p>a<a href='#n'> 7 </a><br/><code>x  y</code>b</p>").segments().get(0).source();
    assertThat(source.codes()).extracting(InlineCode::text).containsExactly("7\nx y");
  }

  @Test
  void writesTargetsWithCodesInAnyOrder() {
    assertThat(write("<p>  a <b>b</b> <i>c</i>\n</p>", "⟦2⟧C⟦1⟧<B>⟦/1⟧⟦/2⟧ & D"))
        .isEqualTo("<p>  <i>C<b>&lt;B&gt;</b></i> &amp; D\n</p>");
  }

  @Test
  void leavesWrappersMarksAndSpaceWhereTheyAre() {
    assertThat(write("<p>\n <a id='x'/><b> a </b><br/>\n</p>", "A"))
        .isEqualTo("<p>\n <a id='x'/><b> A </b><br/>\n</p>");
  }

  @Test
  void dropsReadingsOfTranslatedRubyOnly() {
    String ruby = "<p><ruby>漢<rt>かん</rt></ruby>です</p>";
    assertThat(write(ruby + ruby, "Han")).isEqualTo("<p>Han</p>" + ruby);
    assertThat(write("<p><b><ruby>漢<rt>かん</rt></ruby></b></p>", "Han"))
        .isEqualTo("<p><b>Han</b></p>");
  }

  @Test
  void keepsTagsOutOfPairsThatTheyWouldCross() {
    // The tag of <i> is closed in the next block, so that it must not get into the pair.
    assertThat(write("<div>a <b>b</b> <i>c<p>d</p></i></div>", "⟦1⟧A⟦2⟧B⟦/1⟧C", "D"))
        .isEqualTo("<div><b>AB</b><i>C<p>D</p></i></div>");
  }

  @Test
  void writesBracketsOfTheText() {
    assertThat(write("<p>a ⟦b⟧</p>", "⟦1⟧A⟦2⟧")).isEqualTo("<p>⟦A⟧</p>");
  }

  @Test
  void replacesCdataAsAWhole() {
    assertThat(write("<p><![CDATA[ a ]]></p>", "1 < 2")).isEqualTo("<p>1 &lt; 2</p>");
  }

  @Test
  void quotesABareAttribute() {
    assertThat(write("<p title=word>x</p>", "two words")).isEqualTo("<p title=\"two words\">x</p>");
  }

  @Test
  void keepsTheSourceOfASkippedSegment() {
    assertThat(write("<pre>code</pre>", "CODE")).isEqualTo("<pre>code</pre>");
  }

  @Test
  void doesNotUseATargetThatPutsALinkIntoALink() {
    String links = "<p>a <a href='1'>b</a> <a href='2'>c</a></p>";
    assertThat(write(links, "A ⟦1⟧B ⟦2⟧C⟦/2⟧⟦/1⟧")).isEqualTo(links);
    assertThat(write(links, "⟦2⟧C⟦/2⟧⟦1⟧B⟦/1⟧ A"))
        .isEqualTo("<p><a href='2'>C</a><a href='1'>B</a> A</p>");
  }

  @Test
  void doesNotUseATargetWhoseCodesAreNotThoseOfTheSource() {
    String markup = "<p>a <b>b</b> <i>c</i><br/>d</p>";
    for (String target :
        List.of(
            "⟦1⟧A⟦/1⟧⟦2⟧B⟦/2⟧",
            "⟦1⟧A⟦2⟧B⟦/1⟧C⟦/2⟧⟦3⟧",
            "⟦/1⟧A⟦1⟧⟦2⟧B⟦/2⟧⟦3⟧",
            "⟦1⟧A⟦/1⟧⟦2⟧B⟦/2⟧⟦3⟧⟦3⟧")) {
      assertThat(write(markup, target)).isEqualTo(markup);
    }
  }

  @Test
  void standsDeepAndCrossedNesting() {
    String deep = "<div><b>".repeat(20_000) + "x" + "</i></b>".repeat(20_000);
    assertThat(marked(deep)).containsExactly("x");
    assertThat(write(deep, "y")).isEqualTo(deep.replace('x', 'y'));
  }
}
