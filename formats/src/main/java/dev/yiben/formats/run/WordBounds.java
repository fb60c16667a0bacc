package dev.yiben.formats.run;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/**
 * Where the words of a text begin and end.
 *
 * <p>Where words are not parted by spaces, nobody can tell: each place is a bound.
 */
final class WordBounds {
  private static final Set<UnicodeScript> WITHOUT_SPACES =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.BOPOMOFO,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR,
          UnicodeScript.TIBETAN,
          UnicodeScript.JAVANESE);

  private final CharSequence text;
  private final int[] starts;
  private final int[] ends;

  WordBounds(CharSequence text) {
    this.text = text;
    this.starts = new int[text.length() + 1];
    this.ends = new int[text.length() + 1];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = isInWord(i) ? starts[i - 1] : i;
    }
    for (int i = ends.length - 1; i >= 0; i--) {
      ends[i] = isInWord(i) ? ends[i + 1] : i;
    }
  }

  /** Returns the start of the word that a place is within; the place if it is in none. */
  int start(int place) {
    return starts[place];
  }

  /** Returns the end of the word that a place is within; the place if it is in none. */
  int end(int place) {
    return ends[place];
  }

  private boolean isInWord(int place) {
    return place > 0
        && place < text.length()
        && (Character.isLowSurrogate(text.charAt(place))
            || (isOfWord(Character.codePointBefore(text, place), place)
                && isOfWord(Character.codePointAt(text, place), place)
                && (isLetter(Character.codePointBefore(text, place))
                    || isLetter(Character.codePointAt(text, place)))));
  }

  private boolean isOfWord(int character, int place) {
    if (!isApostrophe(character)) {
      return isLetter(character);
    }
    int apostrophe = Character.codePointAt(text, place) == character ? place : place - 1;
    return apostrophe > 0
        && apostrophe + 1 < text.length()
        && isLetter(Character.codePointBefore(text, apostrophe))
        && isLetter(Character.codePointAt(text, apostrophe + 1));
  }

  private static boolean isApostrophe(int character) {
    return character == '\'' || character == '’';
  }

  private static boolean isLetter(int character) {
    int type = Character.getType(character);
    return (Character.isLetterOrDigit(character)
            || type == Character.NON_SPACING_MARK
            || type == Character.COMBINING_SPACING_MARK)
        && !WITHOUT_SPACES.contains(UnicodeScript.of(character));
  }
}
