package dev.yiben.formats.pdf.font;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import java.util.Optional;
import java.util.Set;

/** Makes text one whose characters each are one glyph, where that can be done. */
public final class Shaping {
  /** Scripts whose glyphs stand one after the other, and Arabic, whose joined forms are known. */
  private static final Set<Integer> SCRIPTS =
      Set.of(
          UScript.COMMON,
          UScript.INHERITED,
          UScript.LATIN,
          UScript.GREEK,
          UScript.CYRILLIC,
          UScript.ARMENIAN,
          UScript.GEORGIAN,
          UScript.HEBREW,
          UScript.ARABIC,
          UScript.HAN,
          UScript.HIRAGANA,
          UScript.KATAKANA,
          UScript.HANGUL,
          UScript.BOPOMOFO,
          UScript.YI,
          UScript.ETHIOPIC,
          UScript.CHEROKEE,
          UScript.CANADIAN_ABORIGINAL,
          UScript.TIFINAGH,
          UScript.LISU,
          UScript.VAI,
          UScript.BRAILLE,
          UScript.OGHAM,
          UScript.RUNIC,
          UScript.GOTHIC,
          UScript.COPTIC,
          UScript.GLAGOLITIC,
          UScript.OLD_ITALIC,
          UScript.DESERET,
          UScript.OSMANYA,
          UScript.UNKNOWN);

  private static final Normalizer2 COMPOSED = Normalizer2.getNFCInstance();

  private Shaping() {}

  /**
   * Returns a text with marks composed and Arabic letters in their joined forms, in the order of
   * characters; what is extracted from a file with it are the letters.
   */
  public static String shape(String text) {
    String composed = compose(text);
    return composed.codePoints().anyMatch(c -> UScript.getScript(c) == UScript.ARABIC)
        ? ArabicLetters.joined(composed)
        : composed;
  }

  private static String compose(String text) {
    return text.chars().anyMatch(Shaping::isPartOfCharacter) ? COMPOSED.normalize(text) : text;
  }

  private static boolean isPartOfCharacter(int unit) {
    return Character.getType(unit) == Character.NON_SPACING_MARK
        || (unit >= 0x1100 && unit <= 0x11FF);
  }

  /** Returns why a text cannot be written with one glyph for each character, to follow a colon. */
  static Optional<String> obstacle(String text) {
    for (int c : text.codePoints().toArray()) {
      int script = UScript.getScript(c);
      if (!SCRIPTS.contains(script)) {
        return Optional.of(
            "it is in " + UScript.getName(script) + " script, whose letters cannot be shaped");
      }
    }
    String composed = compose(text);
    for (int i = 0; i < composed.length(); i++) {
      if (ArabicLetters.lacksForm(composed, i)) {
        char letter = composed.charAt(i);
        return Optional.of(
            String.format("the letter %c (U+%04X) cannot be joined", letter, (int) letter));
      }
    }
    return Optional.empty();
  }
}
