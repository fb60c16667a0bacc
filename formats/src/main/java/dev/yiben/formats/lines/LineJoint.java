package dev.yiben.formats.lines;

import java.lang.Character.UnicodeScript;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands between the last word of a line and the first of the next, if they are joined. */
public final class LineJoint {
  private static final Set<String> AFTER_HANGING_HYPHEN =
      Set.of("and", "or", "to", "und", "oder", "bis", "et", "ou", "y", "o", "e", "en", "of");
  private static final Pattern FIRST_WORD = Pattern.compile("\\p{L}++");

  private LineJoint() {}

  /**
   * Returns a space or nothing.
   *
   * @param line not blank, without white space at its end
   * @param next not blank, without white space at its start
   */
  public static String between(CharSequence line, CharSequence next) {
    int last = Character.codePointBefore(line, line.length());
    int first = Character.codePointAt(next, 0);
    boolean none = isWithoutSpaces(last) || isWithoutSpaces(first) || isDashed(line, next);
    return none ? "" : " ";
  }

  /**
   * Returns whether a line ends in the middle of {@code well-known} or {@code he came--and went}.
   */
  private static boolean isDashed(CharSequence line, CharSequence next) {
    int length = line.length();
    char dash = line.charAt(length - 1);
    if (length < 2 || Character.isWhitespace(line.charAt(length - 2))) {
      return false;
    }
    if (dash == '—') {
      return true;
    }
    if (dash != '-' && dash != '\u00AD' && dash != '\u2010') {
      return false;
    }
    Matcher word = FIRST_WORD.matcher(next);
    return word.lookingAt() && !AFTER_HANGING_HYPHEN.contains(word.group());
  }

  /** Returns whether a character is of a script that writes words without spaces between. */
  private static boolean isWithoutSpaces(int c) {
    if (c < 0x0E00) {
      return false;
    }
    UnicodeScript script = UnicodeScript.of(c);
    return switch (script) {
      case HAN, HIRAGANA, KATAKANA, BOPOMOFO, THAI, LAO, KHMER, MYANMAR -> true;
      case HANGUL -> false;
      default -> Columns.isWide(c);
    };
  }
}
