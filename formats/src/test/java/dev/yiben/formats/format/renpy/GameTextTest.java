package dev.yiben.formats.format.renpy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.document.CodedText;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GameTextTest {
  private static GameText dialogue(String value) {
    return GameText.of(value, true);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Plain text.|Plain text.",
        "A {b}bold{/b} word.|A ⟦1⟧bold⟦/1⟧ word.",
        "One {color=#f00}{i}two{/i}{/color} three.|One ⟦1⟧⟦2⟧two⟦/2⟧⟦/1⟧ three.",
        "Wait,{w} no,{w=1.5} go.|Wait,⟦1⟧ no,⟦2⟧ go.",
        "Hello, [name]!|Hello, ⟦1⟧!",
        "Hello, [m.list[0][1]!ti:>10] there.|Hello, ⟦1⟧ there.",
        "You have %(coins)d coins.|You have ⟦1⟧ coins.",
        "It is 100%% sure.|It is 100% sure.",
        "It is 100% sure.|It is 100⟦1⟧ sure.",
        "A [[bracket] and a {{brace}.|A [bracket] and a {brace}.",
        "See {a=jump:start}there{/a}.|See ⟦1⟧there⟦/1⟧.",
        "A {bt=3}custom{/bt} tag.|A ⟦1⟧custom⟦/1⟧ tag.",
        "A {b}crossed {i}pair{/b} of{/i} tags.|A ⟦1⟧crossed ⟦2⟧pair⟦/1⟧ of⟦3⟧ tags.",
        "A {rb}base{/rb}{rt}reading{/rt} here.|A ⟦1⟧base⟦/1⟧⟦2⟧reading⟦/2⟧ here.",
        "{i}All of it.{/i}|All of it.",
        "{cps=20}Slow.{/cps}{nw}|Slow.",
        "Never ends [m.name x|Never ends ⟦1⟧m.name x",
        "Never ends {b x|Never ends ⟦1⟧b x",
        "Menu{#game}|Menu",
        "Page {} of {1}|Page ⟦1⟧ of ⟦2⟧",
        "{=title}Styled{/=title} text|⟦1⟧Styled⟦/1⟧ text",
      })
  void showsTagsAndVariablesAsCodes(String value, String marked) {
    assertThat(dialogue(value).source().marked()).isEqualTo(marked);
  }

  @Test
  void liftsSpacesAndTagsAtTheEdges() {
    GameText text = dialogue(" {fast}\nWell...{w} yes. {p}{nw}");
    assertThat(text.before()).isEqualTo(" {fast}\n");
    assertThat(text.source().marked()).isEqualTo("Well...⟦1⟧ yes.");
    assertThat(text.after()).isEqualTo(" {p}{nw}");
  }

  @Test
  void tellsReadersViewOfBreaksAndSpaces() {
    assertThat(dialogue("One\ntwo{p}three{space=9}four{w}five").source().visibleText())
        .isEqualTo("One\ntwo\nthree fourfive");
  }

  @Test
  void leavesVariablesAtTheEdgesInTheText() {
    assertThat(dialogue("[name] and [other]").source().marked()).isEqualTo("⟦1⟧ and ⟦2⟧");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{w}", "{b}{/b}", "\n{nw}", "{image=x.png}"})
  void hasNothingToTranslateWhereNothingIsShown(String value) {
    GameText text = dialogue(value);
    assertThat(text.isEmpty()).isTrue();
    assertThat(text.before() + text.after()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A [[bracket] and a {{brace} at 100%% {b}bold{/b} [x!t] %(y)s\nend {w}",
        "{{{b}x{/b}",
        "a ⟦ b ⟧ c",
        "[[[name]",
        "%%%(x)s",
        "x {} y",
        "[]x]y",
      })
  void writesTheSourceAsItWas(String value) {
    GameText text = dialogue(value);
    assertThat(text.value(text.source())).isEqualTo(value);
  }

  @Test
  void takesNothingInATargetForTagsOrVariables() {
    GameText text = dialogue(" Hi [name]!{nw}");
    CodedText target = text.source().withMarked("{b} [x] 50% ⟦1⟧\\n");
    String value = text.value(target);
    assertThat(value).isEqualTo(" {{b} [[x] 50%% [name]\\n{nw}");
    assertThat(dialogue(value).source().plainText()).isEqualTo("{b} [x] 50% \\n");
  }

  @Test
  void leavesPercentSignsOfStringsAlone() {
    GameText text = GameText.of("100% sure", false);
    assertThat(text.source().marked()).isEqualTo("100% sure");
    assertThat(text.value(CodedText.of("50%"))).isEqualTo("50%");
  }

  @Test
  void alignsAnExistingTranslationWithTheCodesOfItsSource() {
    GameText text = dialogue("{b}One{/b} for [name], two for [name].{w}");
    assertThat(text.align("[name]：二。{b}一{/b} {i}三{/i} [other] [[x]{w}").marked())
        .isEqualTo("⟦2⟧：二。⟦1⟧一⟦/1⟧ {i}三{/i} [other] [x]");
  }

  @Test
  void readsAnythingInLinearTime() {
    for (String repeated :
        new String[] {"[", "{", "%", "[[a", "{b}", "{/b}", "%(", "[a[", "{b}{i}{/b}"}) {
      String value = repeated.repeat(100_000);
      GameText text = dialogue(value);
      assertThat(text.value(text.source())).isEqualTo(value);
    }
  }

  @Test
  void givesBackWhateverItRead() {
    Random random = new Random(5);
    String alphabet = "ab {}[]%()s/=#!:\n⟦⟧w";
    for (int round = 0; round < 20_000; round++) {
      StringBuilder value = new StringBuilder();
      for (int i = random.nextInt(24); i > 0; i--) {
        value.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      GameText text = GameText.of(value.toString(), random.nextBoolean());
      assertThat(text.value(text.source())).isEqualTo(value.toString());
      text.align(value.reverse().toString());
    }
  }
}
