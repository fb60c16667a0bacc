package dev.yiben.pipeline.check;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.util.ULocale;
import java.util.EnumSet;
import java.util.Set;

/** Which writing a language uses. */
public final class Language {
  /** The kinds of writing that checks tell apart. */
  public enum Writing {
    LATIN,
    HAN,
    KANA,
    HANGUL,
    CYRILLIC,
    GREEK,
    ARABIC,
    HEBREW,
    THAI,
    DEVANAGARI,
    OTHER
  }

  private Language() {}

  /** Returns the kinds of writing that texts of a language consist of. */
  public static Set<Writing> writings(String tag) {
    String script = ULocale.addLikelySubtags(ULocale.forLanguageTag(tag)).getScript();
    return switch (script) {
      case "Hans", "Hant", "Hani" -> EnumSet.of(Writing.HAN);
      case "Jpan" -> EnumSet.of(Writing.HAN, Writing.KANA);
      case "Kore" -> EnumSet.of(Writing.HANGUL);
      default -> {
        int code = UScript.getCodeFromName(script);
        yield code == UScript.INVALID_CODE
            ? EnumSet.noneOf(Writing.class)
            : EnumSet.of(writingOf(code));
      }
    };
  }

  /** Returns how many characters of a language's own writing so many columns have room for. */
  public static int characters(int columns, String tag) {
    Set<Writing> wide = EnumSet.of(Writing.HAN, Writing.KANA, Writing.HANGUL);
    wide.retainAll(writings(tag));
    return wide.isEmpty() ? columns : columns / 2;
  }

  /** Returns how much a text says, in Latin letters: a character of other writings says more. */
  public static double weight(String text) {
    return text.codePoints()
        .filter(c -> !Character.isWhitespace(c))
        .mapToDouble(c -> weight(writing(c)))
        .sum();
  }

  static double weight(Writing writing) {
    return switch (writing) {
      case HAN -> 2.5;
      case KANA, HANGUL -> 2;
      case LATIN, CYRILLIC, GREEK, ARABIC, HEBREW, THAI, DEVANAGARI, OTHER -> 1;
    };
  }

  /** Returns about how many columns a translation of a text will take. */
  public static double expectedColumns(String text, String targetLanguage) {
    Set<Writing> target = writings(targetLanguage);
    if (target.contains(Writing.HAN) || target.contains(Writing.HANGUL)) {
      Writing main = target.contains(Writing.KANA) ? Writing.KANA : Writing.HAN;
      return weight(text) / weight(main) * 2;
    }
    // Words have spaces between them.
    return weight(text) * 1.2;
  }

  /** Returns the kind of writing of a letter. */
  public static Writing writing(int codePoint) {
    return writingOf(UScript.getScript(codePoint));
  }

  /** Returns whether two tags mean the same language, whatever their regions. */
  public static boolean same(String tag, String other) {
    return ULocale.forLanguageTag(tag)
            .getLanguage()
            .equals(ULocale.forLanguageTag(other).getLanguage())
        && writings(tag).equals(writings(other));
  }

  private static Writing writingOf(int script) {
    return switch (script) {
      case UScript.LATIN -> Writing.LATIN;
      case UScript.HAN -> Writing.HAN;
      case UScript.HIRAGANA, UScript.KATAKANA -> Writing.KANA;
      case UScript.HANGUL -> Writing.HANGUL;
      case UScript.CYRILLIC -> Writing.CYRILLIC;
      case UScript.GREEK -> Writing.GREEK;
      case UScript.ARABIC -> Writing.ARABIC;
      case UScript.HEBREW -> Writing.HEBREW;
      case UScript.THAI -> Writing.THAI;
      case UScript.DEVANAGARI -> Writing.DEVANAGARI;
      default -> Writing.OTHER;
    };
  }
}
