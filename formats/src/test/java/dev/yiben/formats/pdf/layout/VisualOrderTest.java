package dev.yiben.formats.pdf.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.pdf.page.Glyph;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class VisualOrderTest {
  /** Returns what a line reads as whose characters are seen in this order from the left. */
  private static String read(String seen) {
    MadeText made = new MadeText();
    List<Glyph> glyphs = new ArrayList<>();
    boolean[] spaces = new boolean[seen.length()];
    for (int i = 0; i < seen.length(); i++) {
      if (seen.charAt(i) == ' ') {
        spaces[glyphs.size() - 1] = true;
      } else {
        glyphs.add(made.glyph(seen.substring(i, i + 1), 5 * i, 100, 10, "Sans"));
      }
    }
    StringBuilder text = new StringBuilder();
    for (int at : VisualOrder.logical(glyphs, spaces, false)) {
      text.append(at < 0 ? " " : glyphs.get(at).text());
    }
    return text.toString();
  }

  @Test
  void leavesTextFromLeftToRightAsItIs() {
    assertThat(read("deep water 7")).isEqualTo("deep water 7");
  }

  @Test
  void readsHebrewFromTheRight() {
    assertThat(read("\u05D2\u05D1\u05D0 \u05D5\u05D4\u05D3"))
        .isEqualTo("\u05D3\u05D4\u05D5 \u05D0\u05D1\u05D2");
  }

  @Test
  void readsNumbersAndLatinWordsInItFromTheLeft() {
    assertThat(read("\u05D1\u05D0 Java 17 \u05D3\u05D2"))
        .isEqualTo("\u05D2\u05D3 Java 17 \u05D0\u05D1");
  }

  @Test
  void readsHebrewWordsWithinLatinText() {
    assertThat(read("the word \u05D1\u05D0 is old")).isEqualTo("the word \u05D0\u05D1 is old");
  }

  @Test
  void putsMarksBehindTheirLetters() {
    MadeText made = new MadeText();
    Glyph letter = made.glyph("\u0628", 10, 100, 10, "Sans");
    Glyph next = made.glyph("\u062A", 5, 100, 10, "Sans");
    Glyph mark = made.glyph("\u064E", 10.5, 100, 10, "Sans");
    List<Glyph> glyphs = new ArrayList<>(List.of(mark, letter, next));
    Collections.reverse(glyphs);
    assertThat(VisualOrder.sorted(glyphs)).containsExactly(next, letter, mark);
    List<Glyph> seen = VisualOrder.sorted(glyphs);
    assertThat(VisualOrder.logical(seen, new boolean[3], false)).containsExactly(1, 2, 0);
  }
}
