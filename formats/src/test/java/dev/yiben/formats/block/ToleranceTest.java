package dev.yiben.formats.block;

import static dev.yiben.formats.block.Snippets.marked;
import static dev.yiben.formats.block.Snippets.read;
import static dev.yiben.formats.block.Snippets.write;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.document.Role;
import dev.yiben.formats.document.Segment;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What real pages hold and no specification allows. */
class ToleranceTest {
  @ParameterizedTest
  @CsvSource(
      value = {
        // Names in any case pair.
        "<P>a <B>b</b> c</p>|a ⟦1⟧b⟦/1⟧ c",
        "<P>a<BR>b<IMG SRC='x'>c</P>|a⟦1⟧b⟦2⟧c",
        "<p>a <SPAN TRANSLATE='NO'>b</SPAN> c</p>|a ⟦1⟧ c",
        // References.
        "<p>a&nbsp;b &nbsp c &unknown; &copy 1</p>|a\u00A0b \u00A0 c ⟦1⟧ © 1",
        "<p>a < b && c > d</p>|a < b && c > d",
        "<!DOCTYPE html [<!ENTITY who 'Emma<br/>'>]><p>by &who;.</p>|by ⟦1⟧.",
        "<!DOCTYPE html [<!ENTITY who 'Emma'>]><p>by &who;.</p>|by Emma.",
        // What is hidden in the text.
        "<p>a<!-- x --> b<?page 3?> c</p>|a⟦1⟧ b⟦2⟧ c",
        "<p>a<!-- b --!> c</p>|a⟦1⟧ c",
        "<p>hy\u00ADphen&shy;ated su<wbr/>per</p>|hyphenated super",
        "<p>\u200Fzero\u200Cwidth\u200D \u2067isolated\u2069\u2009thin</p>"
            + "|\u200Fzero\u200Cwidth\u200D \u2067isolated\u2069\u2009thin",
        // Stray tags.
        "<p>a </i> b</p>|a ⟦1⟧b",
        "<p>a <b>b</p>|a ⟦1⟧b",
      },
      delimiter = '|')
  void showsTheModelText(String markup, String marked) {
    assertThat(marked(markup)).containsExactly(marked);
  }

  @Test
  void showsNoControlCharacters() {
    assertThat(marked("<p>a\0b\u0007 c</p>")).containsExactly("a⟦1⟧b⟦2⟧ c");
    assertThat(read("<p>a\0b</p>").coverage().outside()).isEqualTo(Map.of("control-character", 1L));
  }

  @Test
  void countsSoftHyphens() {
    assertThat(read("<p>a\u00ADb&shy;c<![CDATA[]]></p>").coverage())
        .satisfies(
            coverage -> {
              assertThat(coverage.total()).isEqualTo(5);
              assertThat(coverage.outside()).isEqualTo(Map.of("soft-hyphen", 2L));
            });
  }

  @Test
  void writesADeclaredEntityAsItsTextOnlyWhereItsSegmentIsTranslated() {
    String document = "<!DOCTYPE p [<!ENTITY who 'Emma'>]><p>by &who;</p><p>of &who;</p>";
    assertThat(write(document, "von Emma"))
        .isEqualTo(document.replace("<p>by &who;", "<p>von Emma"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>one<p>two<ul><li>three<li>four</ul>five",
        "<table><tr><td>one<td>two<tr><td>three</table><p>four<p>five",
        "<dl><dt>one<dd>two<dt>three<dd>four</dl>five",
        "<select><option>one<option>two</select><p>three</p>four</p>five",
        "<P>one<P>two</P><DIV>three<P>four</DIV>five",
        "<table><thead><tr><th>one<tbody><tr><td>two<tr><td>three<p>four<td>five</table>"
      })
  void endsElementsWhoseEndTagsAreLeftOut(String page) {
    assertThat(marked(page)).containsExactly("one", "two", "three", "four", "five");
  }

  @Test
  void keepsARuleWithinAnElementWithoutEndTag() {
    assertThat(read("<ul><li translate='no'>a<li>b</ul><p translate='no'>c<p>d").segments())
        .extracting(segment -> segment.source() + ":" + segment.skipRule().orElse(""))
        .containsExactly("a:translate-no", "b:", "c:translate-no", "d:");
  }

  @Test
  void nestsAsXmlSaysWhereAllElementsAreClosed() {
    assertThat(read("<ul><li>a<div><li>b</li></div><p>c</p></li></ul>").segments())
        .extracting(Segment::role)
        .containsOnly(Role.LIST_ITEM);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<b>", "<li>", "<td>", "<p>", "<ul><li>", "<table><td>", "<svg>", "<a>"})
  @Timeout(20)
  void isLinearInTagsThatNothingCloses(String tag) {
    assertThat(marked("<table><td>" + tag.repeat(50_000) + "x" + "<td><li>".repeat(20_000)))
        .containsExactly("x");
  }
}
