package dev.yiben.formats.style;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.block.XhtmlVocabulary;
import dev.yiben.formats.markup.MarkupScanner;
import dev.yiben.formats.markup.Token;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextStylesTest {
  private static Map<Integer, TextStyle> styles(String css, String markup) {
    List<Token> tokens = MarkupScanner.scan(markup, Set.of());
    return TextStyles.of(markup, tokens, StyleSheet.rules(css), XhtmlVocabulary::displayOf);
  }

  /** Returns the start tags that something is said of, with what it is. */
  private static String said(String css, String markup) {
    StringBuilder said = new StringBuilder();
    new TreeMap<>(styles(css, markup))
        .forEach(
            (start, style) ->
                said.append(markup, start + 1, markup.indexOf('>', start))
                    .append('=')
                    .append(style.display().map(Display::name).orElse(""))
                    .append(style.lines().map(lines -> lines ? " lines" : " no lines").orElse(""))
                    .append(';'));
    return said.toString();
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "p > span {display:block}§span=BLOCK;",
        ".l {display:block}§span class='l m' id='x' epub:type='z y'=BLOCK;",
        "#x {display : LIST-ITEM}§span class='l m' id='x' epub:type='z y'=BLOCK;",
        "div.i, q {display:inline}§div class='i'=INLINE;",
        "div > span.m {display:flex}§span class='l m' id='x' epub:type='z y'=BLOCK;",
        "p + div span[id=x] {display:grid}§span class='l m' id='x' epub:type='z y'=BLOCK;",
        "*[epub|type~='y'] {display:none}§span class='l m' id='x' epub:type='z y'=NONE;",
        "span[epub\\:type~=\"y\"] {display:none}§span class='l m' id='x' epub:type='z y'=NONE;",
        "span:not(.l) {display:block}§span=BLOCK;",
        "p {white-space: pre-line}§p= lines;",
        // What does not matter, or holds for no screen.
        "p {display:block} span {display:inline-block} .l {color:red}§''",
        "span::before {display:block} span:hover {display:none}§''",
        "[epub|type~='q'] {display:none} [epub|type='y'] {display:none}§''",
        "@media print {span {display:none}} @media amzn-kf8 {p {display:none}}§''",
        "@media (min-width:40em) {span {display:block}} @supports (x:y) {p {display:none}}§''",
        "@media screen, print {p {display:none}}§p=NONE;",
        // The stronger counts, and the later of equals.
        "span.l {display:none} .l {display:inline} p{display:none}§"
            + "p=NONE;span class='l m' id='x' epub:type='z y'=NONE;",
        "span.l {display:none} span.m {display:inline}§"
            + "span class='l m' id='x' epub:type='z y'=INLINE;",
        "span {display:none !important} #x {display:inline}§"
            + "span=NONE;span class='l m' id='x' epub:type='z y'=NONE;",
        "div.i {display:block;display:inline}§div class='i'=INLINE;"
      },
      delimiter = '§')
  void findsWhatStyleSheetsSay(String css, String said) {
    String markup =
        "<html><head/><body>\uD83D\uDE00\r\n<p><span>a</span></p><div class='i'><div>"
            + "<span class='l m' id='x' epub:type='z y'>b</span></div></div></body></html>";
    assertThat(said(css, markup)).isEqualTo(said);
  }

  @Test
  void believesStyleAttributes() {
    assertThat(said("", "<p><b style='color:red;display:block'>a</b><i style='x:y'>b</i></p>"))
        .isEqualTo("b style='color:red;display:block'=BLOCK;");
    assertThat(said("b{display:none}", "<p><b style='display:inline'>a</b></p>"))
        .isEqualTo("b style='display:inline'=INLINE;");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "div div div div div div div div b {display:block}",
        "b b b b b b b b b {display:block}",
        "* {display:block}",
        "b:nth-child(2) {display:block}",
        "b ~ b ~ b {display:block}",
        "b[class~='" + "x' {display:block}"
      })
  @Timeout(30)
  void isNotHeldUpBySelectors(String css) {
    String flat = "<b class='x'>x</b>".repeat(100_000);
    String deep = "<div><b>".repeat(5_000) + "x" + "</b></div>".repeat(5_000);
    assertThat(styles(css.repeat(50), "<div>" + flat + "</div>")).isNotNull();
    assertThat(styles(css, deep)).isNotNull();
  }
}
