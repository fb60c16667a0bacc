package dev.yiben.glossary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TextReplacerTest {
  private static String apply(
      String text, String find, String replace, boolean cased, boolean regex) {
    return new TextReplacer(new Replacement(find, replace, cased, regex)).apply(text);
  }

  @Test
  void replacesTextsAsTheyStand() {
    assertThat(apply("a.b a.B axb", "a.b", "$1\\", false, false)).isEqualTo("$1\\ $1\\ axb");
    assertThat(apply("a.b a.B", "a.b", "", true, false)).isEqualTo(" a.B");
    assertThat(apply("abc", "x", "y", false, false)).isEqualTo("abc");
  }

  @Test
  void replacesRegexesWithTheirGroups() {
    assertThat(apply("5 km, 7 KM", "(\\d+) km", "$1公里", false, true)).isEqualTo("5公里, 7公里");
  }

  @Test
  void tellsWhatIsReplaced() {
    TextReplacer replacer = new TextReplacer(new Replacement("(?<n>\\d)", "<${n}>", true, true));
    assertThat(replacer.find("a1b2"))
        .containsExactly(new Splice(1, 2, "<1>"), new Splice(3, 4, "<2>"));
  }

  @Test
  void refusesWhatCannotWork() {
    assertThatThrownBy(() -> apply("", "(", "x", true, true)).isInstanceOf(GlossaryException.class);
    assertThatThrownBy(() -> apply("", "a*", "x", true, true))
        .isInstanceOf(GlossaryException.class);
    assertThatThrownBy(() -> apply("", "a", "$1", true, true))
        .isInstanceOf(GlossaryException.class);
  }
}
