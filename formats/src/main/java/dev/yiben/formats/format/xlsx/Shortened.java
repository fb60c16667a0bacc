package dev.yiben.formats.format.xlsx;

import com.ibm.icu.text.BreakIterator;
import java.util.Locale;

/** Cuts texts that are longer than Excel takes. */
final class Shortened {
  private Shortened() {}

  /**
   * Returns a text of at most so many UTF-16 units, cut between words, or between characters where
   * a word alone is longer.
   */
  static String of(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int words = boundary(BreakIterator.getLineInstance(Locale.ROOT), text, most);
    int cut =
        words > most / 2
            ? words
            : boundary(BreakIterator.getCharacterInstance(Locale.ROOT), text, most);
    return text.substring(0, cut).strip();
  }

  private static int boundary(BreakIterator breaks, String text, int most) {
    breaks.setText(text);
    boolean cuts = breaks.isBoundary(most) || Character.isWhitespace(text.charAt(most));
    return cuts ? most : breaks.preceding(most);
  }
}
