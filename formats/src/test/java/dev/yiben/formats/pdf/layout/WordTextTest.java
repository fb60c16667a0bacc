package dev.yiben.formats.pdf.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.pdf.page.Glyph;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordTextTest {
  private final MadeText made = new MadeText();

  private Glyph glyph(String text, double left) {
    return made.glyph(text, left, 100, 10, "Sans");
  }

  @Test
  void readsLigaturesAsLetters() {
    assertThat(WordText.of(List.of(glyph("\uFB01", 0), glyph("n", 5), glyph("\uFB04", 10))))
        .isEqualTo("finffl");
  }

  @Test
  void readsPresentationFormsAsLetters() {
    assertThat(WordText.of(List.of(glyph("\uFEFB", 0)))).isEqualTo("\u0644\u0627");
  }

  @Test
  void putsAccentsOnTheLettersBelowThem() {
    assertThat(WordText.of(List.of(glyph("\u00B4", 0.2), glyph("e", 0.5)))).isEqualTo("\u00E9");
    assertThat(WordText.of(List.of(glyph("\u0131", 0), glyph("\u00A8", 0.4)))).isEqualTo("\u00EF");
  }

  @Test
  void leavesAccentsThatStandAlone() {
    assertThat(WordText.of(List.of(glyph("~", 0), glyph("e", 5)))).isEqualTo("~e");
  }

  @Test
  void readsShadowsOnce() {
    assertThat(WordText.of(List.of(glyph("l", 0), glyph("l", 0.8), glyph("l", 5)))).isEqualTo("ll");
  }
}
