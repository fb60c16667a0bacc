package dev.yiben.formats.pdf.layout;

import dev.yiben.formats.pdf.page.Box;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

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

  /** Returns a line of some of the words of another line, at least one. */
  static Line of(List<Word> words, Line whole) {
    return words.size() == whole.words().size()
        ? whole
        : new Line(
            words,
            words.stream().map(Word::box).reduce(Box::union).orElseThrow(),
            whole.baseline(),
            whole.size());
  }

  /** Returns the box around lines, at least one. */
  static Box box(List<Line> lines) {
    return lines.stream().map(Line::box).reduce(Box::union).orElseThrow();
  }

  /** Hashes little, which tells the lines of a page apart: they are looked up often. */
  @Override
  public int hashCode() {
    return 31 * words.size() + box.hashCode();
  }

  /** Returns whether the text of this line is as large as that of another, or nearly so. */
  boolean sameSize(Line other) {
    return Math.abs(size - other.size) <= 0.1 * Math.max(size, other.size);
  }

  /** Returns the number of the content stream that the line is in. */
  int stream() {
    return words.get(0).glyphs().get(0).place().stream();
  }

  /**
   * Returns the line without its first glyphs.
   *
   * @param count how many glyphs to leave out, fewer than there are
   * @param leftOut takes the words, or parts of words, that are left out
   */
  Line without(int count, Consumer<Word> leftOut) {
    List<Word> rest = new ArrayList<>();
    int left = count;
    for (Word word : words) {
      int length = word.glyphs().size();
      if (left >= length) {
        leftOut.accept(word);
        left -= length;
      } else if (left > 0) {
        leftOut.accept(new Word(word.glyphs().subList(0, left), word.kind(), word.spaceBefore()));
        rest.add(new Word(word.glyphs().subList(left, length), word.kind(), false));
        left = 0;
      } else {
        rest.add(rest.isEmpty() ? new Word(word.glyphs(), word.kind(), false) : word);
      }
    }
    Box around = rest.stream().map(Word::box).reduce(Box::union).orElseThrow();
    return new Line(rest, around, baseline, size);
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
