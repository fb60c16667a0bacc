package dev.yiben.formats.encoding;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.UnicodeSet;
import com.ibm.icu.util.LocaleData;
import com.ibm.icu.util.ULocale;
import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says how well a text that was decoded in some encoding reads in one of the languages that are
 * written in it: its letters are those of the language (CLDR's exemplar characters), its capitals
 * stand at the beginnings of words, and its marks on letters.
 */
final class LanguageLetters {
  /** What stands between the words of any language. */
  private static final UnicodeSet NEUTRAL =
      new UnicodeSet("[“”„‘’‚‹›«»…–—―•·¡¿°ªº§©®™€£♪♫\\u00A0\\u00AD、。！？，：；「」『』（）《》〈〉【】・～　]")
          .freeze();

  /** How strange a capital after a capital is: some write so, but few. */
  private static final double SHOUTED = 0.1;

  private static final List<String> CENTRAL =
      List.of("pl", "cs", "sk", "hu", "ro", "hr", "sl", "sq", "sr-Latn", "de");
  private static final List<String> CYRILLIC = List.of("ru", "uk", "bg", "sr", "mk", "be");
  private static final List<String> WESTERN =
      List.of(
          "en", "fr", "de", "es", "pt", "it", "sv", "da", "nb", "fi", "nl", "is", "ca", "gl", "eu",
          "ga");
  private static final List<String> BALTIC = List.of("et", "lv", "lt");
  private static final List<String> ARABIC = List.of("ar", "fa", "ur");

  private static final Map<String, List<String>> LANGUAGES =
      Map.ofEntries(
          Map.entry("GB18030", List.of("zh-Hans", "zh-Hant")),
          Map.entry("Big5", List.of("zh-Hant")),
          Map.entry("x-windows-950", List.of("zh-Hant")),
          Map.entry("Big5-HKSCS", List.of("zh-Hant")),
          Map.entry("windows-31j", List.of("ja")),
          Map.entry("Shift_JIS", List.of("ja")),
          Map.entry("EUC-JP", List.of("ja")),
          Map.entry("x-windows-949", List.of("ko")),
          Map.entry("EUC-KR", List.of("ko")),
          Map.entry("KOI8-R", CYRILLIC),
          Map.entry("windows-1250", CENTRAL),
          Map.entry("windows-1251", CYRILLIC),
          Map.entry("windows-1252", WESTERN),
          Map.entry("windows-1253", List.of("el")),
          Map.entry("windows-1254", List.of("tr")),
          Map.entry("windows-1255", List.of("he")),
          Map.entry("windows-1256", ARABIC),
          Map.entry("windows-1257", BALTIC),
          Map.entry("windows-1258", List.of("vi")),
          Map.entry("x-windows-874", List.of("th")),
          Map.entry("ISO-8859-2", CENTRAL),
          Map.entry("ISO-8859-5", CYRILLIC),
          Map.entry("ISO-8859-6", ARABIC),
          Map.entry("ISO-8859-7", List.of("el")),
          Map.entry("ISO-8859-8", List.of("he")),
          Map.entry("ISO-8859-9", List.of("tr")));

  /** Encodings of characters of two bytes, in which stray bytes do not read as Latin letters. */
  private static final Set<String> WITH_LATIN_GUESTS =
      Set.of(
          "GB18030",
          "Big5",
          "x-windows-950",
          "Big5-HKSCS",
          "windows-31j",
          "Shift_JIS",
          "EUC-JP",
          "x-windows-949",
          "EUC-KR");

  private static final Map<String, UnicodeSet> LETTERS =
      LANGUAGES.values().stream()
          .flatMap(List::stream)
          .distinct()
          .collect(Collectors.toUnmodifiableMap(Function.identity(), LanguageLetters::letters));

  private LanguageLetters() {}

  /** Returns all encodings whose languages are known. */
  static Stream<String> charsets() {
    return LANGUAGES.keySet().stream().sorted();
  }

  private static UnicodeSet letters(String language) {
    UnicodeSet letters =
        new UnicodeSet(
            LocaleData.getExemplarSet(
                ULocale.forLanguageTag(language),
                UnicodeSet.CASE_INSENSITIVE,
                LocaleData.ES_STANDARD));
    if (language.equals("ro")) {
      // The encodings of old have cedillas in the place of commas.
      letters.addAll("ŞşŢţ");
    }
    return letters.freeze();
  }

  /**
   * Returns how well a text reads in the best language of its encoding: 1 if it has nothing but
   * letters of it, less for each letter that is not or stands where none stands; 0 if it has no
   * letters that tell.
   */
  static double fit(String text, String charset) {
    boolean guests = WITH_LATIN_GUESTS.contains(charset);
    int[] telling =
        Normalizer2.getNFCInstance()
            .normalize(text)
            .codePoints()
            .filter(c -> c >= 0x80 && !NEUTRAL.contains(c) && !(guests && isLatin(c)))
            .toArray();
    if (telling.length == 0) {
      return 0;
    }
    double misplaced = misplaced(text);
    return LANGUAGES.getOrDefault(charset, List.of()).stream()
        .mapToDouble(language -> fit(telling, misplaced, LETTERS.get(language)))
        .max()
        .orElse(0);
  }

  private static double fit(int[] telling, double misplaced, UnicodeSet letters) {
    int known = 0;
    for (int c : telling) {
      if (letters.contains(c)) {
        known++;
      }
    }
    double strange = telling.length - known + misplaced;
    return (known - strange) / telling.length;
  }

  /** Counts letters that stand where none of their kind stands. */
  private static double misplaced(String text) {
    double misplaced = 0;
    int before = ' ';
    int c;
    for (int i = 0; i < text.length(); i += Character.charCount(c)) {
      c = text.codePointAt(i);
      if (isMisplaced(before, c)) {
        misplaced++;
      } else if (c >= 0x80 && Character.isUpperCase(c) && Character.isUpperCase(before)) {
        misplaced += SHOUTED;
      }
      before = c;
    }
    return misplaced;
  }

  /**
   * Returns whether a character is a capital after a small letter, a mark without a letter before
   * it, or next to a letter of another alphabet.
   */
  private static boolean isMisplaced(int before, int c) {
    if (c < 0x80) {
      return Character.isLetter(c) && isOfOtherAlphabet(before);
    }
    if (Character.getType(c) == Character.NON_SPACING_MARK) {
      return !Character.isLetter(before) && Character.getType(before) != Character.NON_SPACING_MARK;
    }
    return (Character.isUpperCase(c) && Character.isLowerCase(before))
        || (before < 0x80 && Character.isLetter(before) && isOfOtherAlphabet(c));
  }

  private static boolean isLatin(int c) {
    return UnicodeScript.of(c) == UnicodeScript.LATIN;
  }

  private static boolean isOfOtherAlphabet(int c) {
    return c >= 0x80
        && switch (UnicodeScript.of(c)) {
          case GREEK, CYRILLIC, HEBREW, ARABIC, THAI -> true;
          default -> false;
        };
  }
}
