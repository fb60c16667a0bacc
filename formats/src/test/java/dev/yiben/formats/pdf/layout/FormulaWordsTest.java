package dev.yiben.formats.pdf.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FormulaWordsTest {
  private final MadeText made = new MadeText();

  private List<String> words(String text) {
    return FormulaWords.of(made.mixed(50, 700, 10, text)).words().stream()
        .map(word -> (word.kind() == Word.Kind.KEPT ? "=" : "") + word.text())
        .toList();
  }

  @Test
  void keepsSignsOfFormulas() {
    assertThat(words("where CMMI10:x is small")).containsExactly("where", "=x", "is", "small");
  }

  @Test
  void joinsAFormulaOverItsOperators() {
    assertThat(words("so CMMI10:x + 1 = CMMI10:y holds")).containsExactly("so", "=x+1=y", "holds");
  }

  @Test
  void keepsGreekLettersAmongOthers() {
    assertThat(words("angle \u03B1 of light")).containsExactly("angle", "=\u03B1", "of", "light");
  }

  @Test
  void readsGreekTextAsText() {
    assertThat(words("\u03BF \u03BD\u03CC\u03BC\u03BF\u03C2 \u03B7 \u03B1\u03C1\u03C7\u03AE"))
        .noneMatch(word -> word.startsWith("="));
  }

  @Test
  void leavesPunctuationAndLooseBracketsAsText() {
    assertThat(words("light CMMI10:x, and CMMI10:(y)) too"))
        .containsExactly("light", "=x", ",", "and", "=(y)", ")", "too");
  }

  @Test
  void leavesNumbersAndDashesOfText() {
    assertThat(words("in 2020 - 2021 the 10 - 12 best")).noneMatch(word -> word.startsWith("="));
  }

  @Test
  void leavesArrowsBetweenWords() {
    assertThat(words("File \u2192 Open \u2192 Recent")).noneMatch(word -> word.startsWith("="));
  }

  @Test
  void leavesBulletsOfMathematicalFonts() {
    assertThat(words("CMSY10:\u2022 item")).containsExactly("\u2022", "item");
  }

  @Test
  void keepsEveryGlyph() {
    Line line = made.mixed(50, 700, 10, "if (CMMI10:x + 1) > CMMI10:y, then CMSY10:\u2208 .");

    assertThat(FormulaWords.of(line).words().stream().flatMap(word -> word.glyphs().stream()))
        .containsExactlyElementsOf(
            line.words().stream().flatMap(word -> word.glyphs().stream()).toList());
  }
}
