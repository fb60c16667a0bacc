package dev.yiben.formats.format.txt;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import dev.yiben.formats.lines.Columns;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts texts that are too long for one segment: between sentences where it can, else between words.
 */
final class LongText {
  /** Some 700 tokens of a European language, some 1,000 of Chinese or Japanese. */
  static final int MOST_COLUMNS = 3000;

  private LongText() {}

  /** Returns the pieces of a text, without the white space between them. */
  static List<String> cut(String text) {
    if (Columns.of(text) <= MOST_COLUMNS) {
      return List.of(text);
    }
    List<String> pieces = new ArrayList<>();
    for (String sentences : pack(text, BreakIterator.getSentenceInstance(ULocale.ROOT))) {
      if (Columns.of(sentences) <= MOST_COLUMNS) {
        pieces.add(sentences);
      } else {
        pieces.addAll(pack(sentences, BreakIterator.getLineInstance(ULocale.ROOT)));
      }
    }
    return pieces;
  }

  /** Puts as many parts together as a piece can hold; a part that is longer stays whole. */
  private static List<String> pack(String text, BreakIterator parts) {
    parts.setText(text);
    List<String> pieces = new ArrayList<>();
    int start = 0;
    int columns = 0;
    int previous = 0;
    for (int end = parts.next(); end != BreakIterator.DONE; end = parts.next()) {
      int part = Columns.of(text, previous, end);
      if (columns + part > MOST_COLUMNS && previous > start) {
        add(text.substring(start, previous), pieces);
        start = previous;
        columns = 0;
      }
      columns += part;
      previous = end;
    }
    add(text.substring(start), pieces);
    return pieces;
  }

  private static void add(String piece, List<String> pieces) {
    if (!piece.isBlank()) {
      pieces.add(piece.strip());
    }
  }
}
