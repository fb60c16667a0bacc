package dev.yiben.formats.pdf.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.pdf.page.Direction;
import dev.yiben.formats.pdf.page.Glyph;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StackedGlyphsTest {
  private final MadeText made = new MadeText();

  private List<Glyph> stack(String text, double left) {
    List<Glyph> glyphs = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      glyphs.add(made.glyph(text.substring(i, i + 1), left, 700 - 10 * i, 10, "Sans"));
    }
    return glyphs;
  }

  @Test
  void turnsColumnsAndWhatIsLeftOfThem() {
    List<Glyph> glyphs = new ArrayList<>(stack("海の灯台は", 500));
    glyphs.addAll(stack("古い", 480));
    assertThat(StackedGlyphs.turned(glyphs))
        .extracting(Glyph::direction)
        .containsOnly(new Direction(270, true));
  }

  @Test
  void readsTurnedColumnsFromTheRight() {
    List<Glyph> glyphs = new ArrayList<>(stack("海の灯台は", 500));
    glyphs.addAll(stack("古い", 480));
    assertThat(LineFinder.lines(StackedGlyphs.turned(glyphs), List.of(), true))
        .extracting(Line::text)
        .containsExactly("海の灯台は", "古い");
  }

  @Test
  void takesNumbersThatStandUprightAlong() {
    List<Glyph> glyphs = new ArrayList<>(stack("二〇年三月", 500));
    glyphs.add(made.glyph("1", 497.5, 650, 10, "Sans"));
    glyphs.add(made.glyph("2", 502.5, 650, 10, "Sans"));
    glyphs.add(made.glyph("日", 500, 640, 10, "Sans"));
    assertThat(LineFinder.lines(StackedGlyphs.turned(glyphs), List.of(), true))
        .extracting(Line::text)
        .containsExactly("二〇年三月12日");
  }

  @Test
  void leavesShortStacksAndLatinOnes() {
    List<Glyph> glyphs = new ArrayList<>(stack("合計", 500));
    glyphs.addAll(stack("ABCDEF", 300));
    glyphs.addAll(stack("123456", 200));
    assertThat(StackedGlyphs.turned(glyphs))
        .extracting(Glyph::direction)
        .containsOnly(Direction.HORIZONTAL);
  }
}
