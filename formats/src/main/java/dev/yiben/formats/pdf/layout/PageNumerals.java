package dev.yiben.formats.pdf.layout;

import dev.yiben.formats.pdf.page.Glyph;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds numbers in texts that run through pages, such as those of pages. */
public final class PageNumerals {
  private static final Pattern NUMERAL = Pattern.compile("\\p{Nd}+|[ivxlc]{1,6}|[IVXLC]{1,6}");

  private PageNumerals() {}

  /** Returns whether a word is a number, in figures or in small or large Roman numerals. */
  public static boolean isNumeral(String word) {
    return NUMERAL.matcher(word).matches();
  }

  /** Returns a paragraph with all its numbers as words that are kept. */
  public static Paragraph kept(Paragraph paragraph) {
    return paragraph.with(paragraph.lines().stream().map(PageNumerals::kept).toList());
  }

  private static Line kept(Line line) {
    List<Word> words = new ArrayList<>();
    for (Word word : line.words()) {
      if (word.kind() != Word.Kind.TEXT) {
        words.add(word);
      } else if (isNumeral(word.text())) {
        words.add(new Word(word.glyphs(), Word.Kind.KEPT, word.spaceBefore()));
      } else {
        split(word, words);
      }
    }
    return new Line(words, line.box(), line.baseline(), line.size());
  }

  /** Adds a word cut into figures and what is between them. */
  private static void split(Word word, List<Word> words) {
    List<Glyph> glyphs = word.glyphs();
    int from = 0;
    for (int i = 1; i <= glyphs.size(); i++) {
      if (i == glyphs.size() || isFigure(glyphs.get(i)) != isFigure(glyphs.get(from))) {
        words.add(
            new Word(
                glyphs.subList(from, i),
                isFigure(glyphs.get(from)) ? Word.Kind.KEPT : Word.Kind.TEXT,
                from == 0 && word.spaceBefore()));
        from = i;
      }
    }
  }

  private static boolean isFigure(Glyph glyph) {
    return !glyph.text().isEmpty() && glyph.text().codePoints().allMatch(Character::isDigit);
  }
}
