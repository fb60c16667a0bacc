package dev.yiben.formats.cue;

import com.ibm.icu.util.ULocale;
import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;

/** How much of a language is usually shown at once: the style guides of Netflix, for adults. */
enum Usual {
  CHINESE(16, 9, 2),
  JAPANESE(23, 4, 2),
  KOREAN(16, 12, 2),
  THAI(35, 17, 1),
  HINDI(42, 22, 1),
  ENGLISH_OR_ARABIC(42, 20, 1),
  OTHER(42, 17, 1);

  private final int perLine;
  private final int perSecond;
  private final int columns;

  Usual(int perLine, int perSecond, int columns) {
    this.perLine = perLine;
    this.perSecond = perSecond;
    this.columns = columns;
  }

  /** Returns the most characters of a line. */
  int perLine() {
    return perLine;
  }

  /** Returns the most characters that can be read in a second. */
  int perSecond() {
    return perSecond;
  }

  /** Returns how many columns a character takes. */
  int columns() {
    return columns;
  }

  /** Returns what is usual in a language. */
  static Usual in(String language) {
    return switch (ULocale.forLanguageTag(language).getLanguage()) {
      case "zh", "yue", "cmn" -> CHINESE;
      case "ja" -> JAPANESE;
      case "ko" -> KOREAN;
      case "th" -> THAI;
      case "hi" -> HINDI;
      case "en", "ar" -> ENGLISH_OR_ARABIC;
      default -> OTHER;
    };
  }

  /** Returns what is usual in the language that a text seems to be in, by its script. */
  static Usual of(String text) {
    Map<Usual, Integer> letters = new EnumMap<>(Usual.class);
    text.codePoints()
        .filter(Character::isLetter)
        .forEach(c -> letters.merge(ofLetter(c), 1, Integer::sum));
    // Japanese often has more Chinese characters than kana, which no other language has.
    letters.computeIfPresent(
        JAPANESE, (japanese, count) -> count + letters.getOrDefault(CHINESE, 0));
    Usual most = OTHER;
    for (Map.Entry<Usual, Integer> entry : letters.entrySet()) {
      if (entry.getValue() > letters.getOrDefault(most, 0)) {
        most = entry.getKey();
      }
    }
    return most;
  }

  private static Usual ofLetter(int c) {
    return switch (UnicodeScript.of(c)) {
      case HAN, BOPOMOFO -> CHINESE;
      case HIRAGANA, KATAKANA -> JAPANESE;
      case HANGUL -> KOREAN;
      case THAI -> THAI;
      case DEVANAGARI -> HINDI;
      case ARABIC -> ENGLISH_OR_ARABIC;
      default -> OTHER;
    };
  }
}
