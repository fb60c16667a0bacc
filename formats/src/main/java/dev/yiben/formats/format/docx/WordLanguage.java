package dev.yiben.formats.format.docx;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.util.ULocale;
import dev.yiben.formats.office.OfficeLanguage;
import java.util.Set;

/**
 * A language as WordprocessingML tells it (ISO/IEC 29500-1, 17.3.2.20).
 *
 * @param tag the language with its region, as Word names it
 * @param attribute which of the three languages of a run it is: {@code val}, {@code eastAsia} or
 *     {@code bidi}
 * @param script the script that it is written in, as themes name it
 * @param isRightToLeft whether it runs from right to left
 */
record WordLanguage(String tag, String attribute, String script, boolean isRightToLeft) {
  private static final String LATIN = "val";
  private static final String EAST_ASIAN = "eastAsia";
  private static final String COMPLEX = "bidi";

  private static final Set<Integer> EAST_ASIAN_SCRIPTS =
      Set.of(
          UScript.HAN,
          UScript.SIMPLIFIED_HAN,
          UScript.TRADITIONAL_HAN,
          UScript.JAPANESE,
          UScript.HIRAGANA,
          UScript.KATAKANA,
          UScript.KOREAN,
          UScript.HANGUL,
          UScript.BOPOMOFO);

  /** Scripts from left to right that Word shapes like Arabic, by the fonts of complex scripts. */
  private static final Set<Integer> COMPLEX_SCRIPTS =
      Set.of(
          UScript.THAI,
          UScript.LAO,
          UScript.KHMER,
          UScript.MYANMAR,
          UScript.TIBETAN,
          UScript.DEVANAGARI,
          UScript.BENGALI,
          UScript.GURMUKHI,
          UScript.GUJARATI,
          UScript.ORIYA,
          UScript.TAMIL,
          UScript.TELUGU,
          UScript.KANNADA,
          UScript.MALAYALAM,
          UScript.SINHALA);

  /** Returns the language of a BCP 47 tag. */
  static WordLanguage of(String tag) {
    ULocale likely = ULocale.addLikelySubtags(ULocale.forLanguageTag(tag));
    String script = likely.getScript();
    return new WordLanguage(
        OfficeLanguage.of(tag).tag(),
        attribute(UScript.getCodeFromName(script)),
        script.equals("Kore") ? "Hang" : script,
        likely.isRightToLeft());
  }

  /** Returns the script that themes have fonts for by that name, given a language's tag. */
  static String fontScript(String tag) {
    return of(tag).script();
  }

  /** Returns whether it is Chinese, Japanese or Korean. */
  boolean isEastAsian() {
    return attribute.equals(EAST_ASIAN);
  }

  /** Returns whether its text has the fonts, and the weights, of complex scripts. */
  boolean isComplex() {
    return attribute.equals(COMPLEX);
  }

  /**
   * Returns whether text has to look as text of this language does: whether it has letters of such
   * a script, or none at all.
   */
  boolean isIn(String text) {
    boolean hasOthers = false;
    int c;
    for (int i = 0; i < text.length(); i += Character.charCount(c)) {
      c = text.codePointAt(i);
      if (Character.isLetter(c)) {
        if (attribute(UScript.getScript(c)).equals(attribute)) {
          return true;
        }
        hasOthers = true;
      }
    }
    return !hasOthers;
  }

  /** Returns which of the three languages of a run is that of a script's letters. */
  static String attribute(int script) {
    if (EAST_ASIAN_SCRIPTS.contains(script)) {
      return EAST_ASIAN;
    }
    return COMPLEX_SCRIPTS.contains(script) || UScript.isRightToLeft(script) ? COMPLEX : LATIN;
  }
}
