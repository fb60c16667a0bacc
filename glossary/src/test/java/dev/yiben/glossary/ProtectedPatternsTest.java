package dev.yiben.glossary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProtectedPatternsTest {
  private static String kept(String text, List<String> patterns) {
    List<Splice> found = new ProtectedPatterns(patterns).find(text);
    found.forEach(
        splice ->
            assertThat(text.substring(splice.start(), splice.end())).isEqualTo(splice.text()));
    return String.join(" ", found.stream().map(splice -> "‹" + splice.text() + "›").toList());
  }

  /** Texts as the engines' manuals show them, and what of them is kept. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      textBlock =
          """
          bbcode    → [b]Bold[/b] [url=http://x.y]a[/url] [1] → ‹[b]› ‹[/b]› ‹[url=http://x.y]› ‹[/url]›
          csharp    → {0} of {1:N2}, {2,-5} {x} → ‹{0}› ‹{1:N2}› ‹{2,-5}›
          email     → Write to a.b@example.co.uk, please @home → ‹a.b@example.co.uk›
          fluent    → { $name } uses { -brand }, { NUMBER($n) } → ‹{ $name }› ‹{ -brand }› ‹{ NUMBER($n) }›
          godot     → [wave amp=50]Hi[/wave] %s {name} 5% → ‹[wave amp=50]› ‹[/wave]› ‹%s› ‹{name}›
          html      → a <a href="x">b</a>&nbsp;c<br/> 1 < 2 & 3 > 2 → ‹<a href="x">› ‹</a>› ‹&nbsp;› ‹<br/>›
          icu       → {0} has {n, number, integer} → ‹{0}› ‹{n, number, integer}›
          icu       → {n, plural, one {a cat} other {# cats}} → ‹{n, plural,› ‹one {› ‹}› ‹other {› ‹}› ‹}›
          java      → %1$s is %-5.2f%% of %tY 5% d → ‹%1$s› ‹%-5.2f› ‹%%› ‹%tY›
          kirikiri  → [wait time=200]Hi[l][r] &f.name [[x → ‹[wait time=200]› ‹[l]› ‹[r]› ‹&f.name› ‹[[›
          laravel   → Hello :name, it is 10:30 a:b → ‹:name›
          minecraft → §aGreen§r &lbold %1$s &amp; → ‹§a› ‹§r› ‹&l› ‹%1$s›
          mustache  → {{name}} {{{raw}}} {{#if x}}y{{/if}} $t(key) {a} → ‹{{name}}› ‹{{{raw}}}› ‹{{#if x}}› ‹{{/if}}› ‹$t(key)›
          printf    → %s and %05.2f, %1$d %ld %(name)s 100%% 5% sure → ‹%s› ‹%05.2f› ‹%1$d› ‹%ld› ‹%(name)s› ‹%%›
          python    → {name!r:>10} {0} {a.b[c]} {{x}} %(n)d → ‹{name!r:>10}› ‹{0}› ‹{a.b[c]}› ‹{{› ‹}}› ‹%(n)d›
          qt        → %1 of %L2, %n files &Open 5%of &amp; → ‹%1› ‹%L2› ‹%n› ‹&›
          renpy     → [name!t] [items[0]] [[x] {b}a{/b} {{y {color=#f00}c{/color} 100%% → ‹[name!t]› ‹[items[0]]› ‹[[› ‹{b}› ‹{/b}› ‹{{› ‹{color=#f00}› ‹{/color}› ‹%%›
          rpgmaker  → \\C[2]\\N[1]\\C[0]: Hi!\\. \\V[\\V[3]] \\G \\{big\\} \\| %1 → ‹\\C[2]› ‹\\N[1]› ‹\\C[0]› ‹\\.› ‹\\V[\\V[3]]› ‹\\G› ‹\\{› ‹\\}› ‹\\|› ‹%1›
          rpgmaker  → \\n<Marlo>Hi <br>you → ‹\\n<› ‹<br>›
          ruby      → %{count} of %<n>.2f 5% → ‹%{count}› ‹%<n>.2f›
          shell     → ${HOME} and $USER cost $5 → ‹${HOME}› ‹$USER›
          unity     → <color=#ff0000>a</color> <sprite name="x"> <b>b</b> <#fff> {0:N2} {player.name} <Marlo> → ‹<color=#ff0000>› ‹</color>› ‹<sprite name="x">› ‹<b>› ‹</b>› ‹<#fff>› ‹{0:N2}› ‹{player.name}›
          unreal    → {Count}|plural(one=x,other=y) <Bold>a</> → ‹{Count}|plural(one=x,other=y)› ‹<Bold>› ‹</>›
          url       → See https://a.b/c?d=e, or (http://x.y). → ‹https://a.b/c?d=e› ‹http://x.y›
          wolf      → \\c[2]\\cself[10]\\udb[0:1:2] \\E\\. <C>mid → ‹\\c[2]› ‹\\cself[10]› ‹\\udb[0:1:2]› ‹\\E› ‹\\.› ‹<C>›
          """)
  void keepsWhatTheEnginesReadAndNothingElse(String preset, String text, String kept) {
    assertThat(kept(text, ProtectedPresets.patterns(preset))).isEqualTo(kept);
  }

  static List<String> names() {
    return ProtectedPresets.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void leavesOrdinaryTextAlone(String preset) {
    String text =
        "“Well,” said Marlo's friend (the old one): 100 % of it, 5% off, at 10:30! 1 < 2 > 0 –"
            + " it's 3 & 4; yes/no? #1 @home $5 50% sure… 「はい」『え？』 AT&T";
    assertThat(kept(text, ProtectedPresets.patterns(preset))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("names")
  void isFastOnHostileTexts(String preset) {
    for (String piece :
        List.of("[", "{", "\\a[", "<a ", "{{", "a@", "%(", "{a,", "http://", "<!--")) {
      assertThat(kept(piece.repeat(4_000), ProtectedPresets.patterns(preset))).isNotNull();
    }
    assertThat(ProtectedPresets.purpose(preset)).isNotBlank();
  }

  @Test
  void takesTheFirstAndOfThoseTheLongest() {
    assertThat(kept("a{b{c}}", List.of("\\{b", "\\{b\\{c\\}", "c\\}\\}", "\\}")))
        .isEqualTo("‹{b{c}› ‹}›");
  }

  @Test
  void namesThePresetsWhereOneIsNotKnown() {
    assertThatThrownBy(() -> ProtectedPresets.patterns("doom"))
        .isInstanceOf(GlossaryException.class)
        .hasMessageContaining("\"doom\"; known: bbcode, csharp");
  }

  @Test
  void stopsExpressionsThatBacktrackWithoutEnd() {
    ProtectedPatterns patterns = new ProtectedPatterns(List.of("(a+)+(?<=zb)"));
    assertThatThrownBy(() -> patterns.find("a".repeat(100_000)))
        .isInstanceOf(GlossaryException.class)
        .hasMessageContaining("takes too long");
  }
}
