package dev.yiben.formats.format.docx;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/** The kinds of letters that Word has a font each for (ISO/IEC 29500-1, 17.3.2.26). */
enum Script {
  LATIN("rFonts@ascii"),
  EAST_ASIAN("rFonts@eastAsia"),
  COMPLEX("rFonts@cs");

  private static final Set<UnicodeScript> EAST_ASIAN_SCRIPTS =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.HANGUL,
          UnicodeScript.BOPOMOFO,
          UnicodeScript.YI);

  private static final Set<UnicodeScript> COMPLEX_SCRIPTS =
      EnumSet.of(
          UnicodeScript.ARABIC,
          UnicodeScript.HEBREW,
          UnicodeScript.SYRIAC,
          UnicodeScript.THAANA,
          UnicodeScript.NKO,
          UnicodeScript.DEVANAGARI,
          UnicodeScript.BENGALI,
          UnicodeScript.GURMUKHI,
          UnicodeScript.GUJARATI,
          UnicodeScript.ORIYA,
          UnicodeScript.TAMIL,
          UnicodeScript.TELUGU,
          UnicodeScript.KANNADA,
          UnicodeScript.MALAYALAM,
          UnicodeScript.SINHALA,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.TIBETAN,
          UnicodeScript.MYANMAR,
          UnicodeScript.KHMER,
          UnicodeScript.MONGOLIAN);

  private final String font;

  Script(String font) {
    this.font = font;
  }

  /** Returns the name of its font among {@link Properties}. */
  String font() {
    return font;
  }

  /** Returns the kinds of letters in a text; none of them for signs that any font may have. */
  static Set<Script> of(String text) {
    Set<Script> scripts = EnumSet.noneOf(Script.class);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > ' ' && c < 0x7F) {
        scripts.add(LATIN);
      } else if (c >= 0x7F) {
        int character = text.codePointAt(i);
        i += Character.charCount(character) - 1;
        UnicodeScript script = UnicodeScript.of(character);
        if (EAST_ASIAN_SCRIPTS.contains(script)
            || (character >= 0x3000 && character <= 0x303F)
            || (character >= 0xFF00 && character <= 0xFFEF)) {
          scripts.add(EAST_ASIAN);
        } else if (COMPLEX_SCRIPTS.contains(script)) {
          scripts.add(COMPLEX);
        } else if (Character.isLetterOrDigit(character)) {
          scripts.add(LATIN);
        }
      }
    }
    return scripts;
  }
}
