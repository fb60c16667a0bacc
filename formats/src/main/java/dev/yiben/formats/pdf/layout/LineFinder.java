package dev.yiben.formats.pdf.layout;

import dev.yiben.formats.pdf.page.Box;
import dev.yiben.formats.pdf.page.Glyph;
import java.util.ArrayList;
import java.util.List;

/** Finds words and lines among glyphs. */
final class LineFinder {
  /** A gap of more than so many em parts words. */
  private static final double WORD_GAP = 0.2;

  /** A gap of more than so many em parts lines of different columns. */
  private static final double COLUMN_GAP = 2;

  private LineFinder() {}

  static List<Line> lines(List<Glyph> glyphs) {
    List<Line> lines = new ArrayList<>();
    List<Word> words = new ArrayList<>();
    List<Glyph> word = new ArrayList<>();
    Glyph last = null;
    boolean space = false;
    for (Glyph glyph : glyphs) {
      if (glyph.isBlank()) {
        space = true;
        continue;
      }
      if (last != null) {
        double gap = glyph.box().left() - last.box().right();
        boolean sameLine =
            glyph.direction().equals(last.direction())
                && glyph.place().stream() == last.place().stream()
                && Math.abs(glyph.baseline() - last.baseline()) < 0.5 * last.size()
                && gap > -last.size()
                && gap < COLUMN_GAP * last.size();
        if (!sameLine) {
          end(word, words);
          line(words, lines);
          space = false;
        } else if (space || gap > WORD_GAP * last.size()) {
          end(word, words);
          space = false;
        }
      }
      word.add(glyph);
      last = glyph;
    }
    end(word, words);
    line(words, lines);
    return lines;
  }

  private static void end(List<Glyph> glyphs, List<Word> words) {
    if (!glyphs.isEmpty()) {
      words.add(new Word(glyphs, Word.Kind.TEXT, !words.isEmpty()));
      glyphs.clear();
    }
  }

  private static void line(List<Word> words, List<Line> lines) {
    if (!words.isEmpty()) {
      Box box = words.stream().map(Word::box).reduce(Box::union).orElseThrow();
      Glyph first = words.get(0).glyphs().get(0);
      lines.add(new Line(words, box, first.baseline(), first.size()));
      words.clear();
    }
  }
}
