package dev.yiben.formats.pdf.layout;

import dev.yiben.formats.pdf.page.Glyph;
import java.util.ArrayList;
import java.util.List;

/** Marks words that stay as they are drawn: symbols, what cannot be read, names of programs. */
final class KeptWords {
  /** More words of a typewriter's font in a row are text. */
  private static final int LONGEST_NAME = 3;

  private KeptWords() {}

  /** Returns a paragraph with such words marked. */
  static Paragraph of(Paragraph paragraph) {
    boolean names =
        paragraph.lines().stream().noneMatch(line -> line.words().size() > 2 && Code.isMono(line))
            && !isMostlyMono(paragraph);
    List<Line> lines = paragraph.lines().stream().map(line -> marked(line, names)).toList();
    return lines.equals(paragraph.lines()) ? paragraph : paragraph.with(lines);
  }

  private static boolean isMostlyMono(Paragraph paragraph) {
    List<Word> words = paragraph.lines().stream().flatMap(line -> line.words().stream()).toList();
    return words.stream().filter(Code::isMono).count() > 0.5 * words.size();
  }

  private static Line marked(Line line, boolean names) {
    List<Word> words = new ArrayList<>();
    boolean changed = false;
    List<Word> all = line.words();
    for (int i = 0; i < all.size(); i++) {
      Word word = all.get(i);
      boolean keep = word.kind() == Word.Kind.TEXT && (isSymbol(word) || (names && isName(all, i)));
      words.add(keep ? new Word(word.glyphs(), Word.Kind.KEPT, word.spaceBefore()) : word);
      changed |= keep;
    }
    return changed ? new Line(words, line.box(), line.baseline(), line.size()) : line;
  }

  /** Returns whether no character of a word can be written again, or some cannot be read. */
  private static boolean isSymbol(Word word) {
    boolean symbols = true;
    for (Glyph glyph : word.glyphs()) {
      if (!glyph.isReadable()) {
        return true;
      }
      symbols &=
          glyph
              .text()
              .codePoints()
              .allMatch(
                  c -> Character.getType(c) == Character.OTHER_SYMBOL && c > 0xFF && c != 0x2122);
    }
    return symbols;
  }

  private static boolean isName(List<Word> words, int at) {
    if (!Code.isMono(words.get(at))
        || words.get(at).text().codePoints().noneMatch(Character::isLetter)) {
      return false;
    }
    int from = at;
    while (from > 0 && Code.isMono(words.get(from - 1))) {
      from--;
    }
    int to = at;
    while (to + 1 < words.size() && Code.isMono(words.get(to + 1))) {
      to++;
    }
    return to - from < LONGEST_NAME;
  }
}
