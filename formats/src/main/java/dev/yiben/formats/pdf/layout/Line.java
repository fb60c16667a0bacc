package dev.yiben.formats.pdf.layout;

import dev.yiben.formats.pdf.page.Box;
import java.util.List;

/**
 * A line of text.
 *
 * @param words in reading order, also where that is from right to left; never empty
 * @param box around all words
 * @param baseline where most glyphs stand
 * @param size of most glyphs, in points
 */
public record Line(List<Word> words, Box box, double baseline, double size) {
  public Line {
    words = List.copyOf(words);
  }

  /** Returns the box around lines, at least one. */
  static Box box(List<Line> lines) {
    return lines.stream().map(Line::box).reduce(Box::union).orElseThrow();
  }

  /** Returns what the line reads as. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (Word word : words) {
      if (word.spaceBefore() && !text.isEmpty()) {
        text.append(' ');
      }
      text.append(word.text());
    }
    return text.toString();
  }
}
