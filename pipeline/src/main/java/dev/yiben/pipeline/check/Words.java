package dev.yiben.pipeline.check;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Inline;
import dev.yiben.formats.document.InlineCode;
import dev.yiben.formats.document.TextRun;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What of a text is words, and what is names and code, which read the same in all languages. */
final class Words {
  /** Addresses, file names, variables and whatever else has a sign or a digit within it. */
  private static final Pattern CODE =
      Pattern.compile(
          "[\\p{IsLatin}'’-]{0,80}+"
              + "(?:[_./\\\\@=%#:&+~$]++[\\p{IsLatin}\\p{Nd}]|[\\p{Nd}_])"
              + "[\\p{IsLatin}\\p{Nd}_./\\\\@=%#:&+~$'’-]*+");

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  /** Unicode's character for an object in a text. */
  private static final char SIGN = '\uFFFC';

  private Words() {}

  /** Returns a text with a full stop in the place of each piece of code. */
  static String withoutCode(String text) {
    return CODE.matcher(text).replaceAll(".");
  }

  /**
   * Returns a text with one sign, which is no letter, in the place of each code that stands alone.
   */
  static String withSigns(CodedText text) {
    StringBuilder signs = new StringBuilder();
    for (Inline inline : text.content()) {
      if (inline instanceof TextRun run) {
        signs.append(run.text());
      } else if (((InlineCode) inline).kind() == InlineCode.Kind.STANDALONE) {
        signs.append(SIGN);
      }
    }
    return signs.toString();
  }

  /**
   * Returns how much of a text another one has, from 0 to 1, by its pairs of letters.
   *
   * @param letters as {@link #letters} returns them
   */
  static double share(String letters, String other) {
    Set<String> pairs = new HashSet<>();
    for (int i = 2; i <= other.length(); i++) {
      pairs.add(other.substring(i - 2, i));
    }
    int found = 0;
    for (int i = 2; i <= letters.length(); i++) {
      found += pairs.contains(letters.substring(i - 2, i)) ? 1 : 0;
    }
    return letters.length() < 2 ? 0 : found / (letters.length() - 1.0);
  }

  /** Returns the words of a text in lower case, with one space between them and no marks. */
  static String even(String text) {
    return NO_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }

  /** Returns the letters and digits of a text in lower case: what two equal texts share. */
  static String letters(String text) {
    StringBuilder letters = new StringBuilder(text.length());
    text.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(letters::appendCodePoint);
    return letters.toString();
  }
}
