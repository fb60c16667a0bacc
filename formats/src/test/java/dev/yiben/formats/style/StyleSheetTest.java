package dev.yiben.formats.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StyleSheetTest {

  private static List<String> rules(String css) {
    return StyleSheet.rules(css).stream().map(StyleSheetTest::written).toList();
  }

  private static String written(StyleRule rule) {
    StringBuilder written = new StringBuilder(rule.prelude());
    rule.declarations()
        .forEach(
            d ->
                written
                    .append(" | ")
                    .append(d.property())
                    .append('=')
                    .append(d.value())
                    .append(d.important() ? "!" : ""));
    return written.toString();
  }

  @Test
  void readsRulesWithTheirDeclarations() {
    assertThat(rules("@charset \"utf-8\";\n@import 'a.css';\nhtml, p.x > a { Color : red; b:c }"))
        .containsExactly("html, p.x > a | color=red | b=c");
    assertThat(rules("p{}q{a:b!important;c:d ! IMPORTANT}r{a:b"))
        .containsExactly("p", "q | a=b! | c=d!", "r | a=b");
  }

  @Test
  void readsRulesInConditions() {
    assertThat(rules("@media screen and (max-width: 3em) { p { a: b } q { c: d } } r { e: f }"))
        .containsExactly("p | a=b", "q | c=d", "r | e=f");
    assertThat(rules("@font-face { font-family: X; src: url(data:a;b) } @page { margin: 0 }"))
        .containsExactly("@font-face | font-family=X | src=url(data:a;b)", "@page | margin=0");
  }

  @Test
  void tellsConditionsAndImports() {
    String css =
        "@import url(a.css) screen; @media print { @supports (a:b) { p { a: b } } q { c: d } } r { e: f }";
    assertThat(StyleSheet.rules(css))
        .extracting(StyleRule::conditions)
        .containsExactly(
            List.of("@supports (a:b)", "@media print"), List.of("@media print"), List.of());
    assertThat(StyleSheet.imports(css)).containsExactly("@import url(a.css) screen");
  }

  @Test
  void passesOverCommentsStringsAndEscapes() {
    assertThat(rules("/* { */ p /* x */ { a: 'q;}' ; /* ; */ b: \"\\\"}\" ; c: \\} } q { d: e }"))
        .containsExactly("p | a='q;}' | b=\"\\\"}\" | c=\\}", "q | d=e");
    assertThat(rules("<!-- p { a: b } -->")).containsExactly("p | a=b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"p { a: 'never\n } q { c: d }", "p { a: url(x } q { c: d }", "} p { } q { c: d }"})
  void goesOnAfterWhatIsMalformed(String css) {
    assertThat(rules(css)).contains("q | c=d");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "}", "/*", "\"", "\\", "(", "@media {", "a{b:c(", ";", "<!--"})
  void endsWhateverIsRepeated(String piece) {
    assertThat(StyleSheet.rules(piece.repeat(200_000))).isNotNull();
  }

  @Test
  void readsStyleAttributes() {
    assertThat(StyleSheet.declarations("direction: rtl; text-align:right"))
        .containsExactly(
            new Declaration("direction", "rtl", false),
            new Declaration("text-align", "right", false));
  }
}
