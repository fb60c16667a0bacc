package dev.yiben.formats.pdf.layout;

import dev.yiben.formats.pdf.page.Glyph;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells signs of formulas by their fonts and characters. */
final class MathSigns {
  /** Fonts of TeX, of MathTime and others that have nothing but signs of formulas. */
  private static final Pattern FONT =
      Pattern.compile(
          "(CM(MI|MIB|SY|BSY|EX)|LM(Math|MathItalic|MathSymbols)|MS[AB]M|EU[FRSX][MB]|RSFS|"
              + "R?MT(MI|MIB|SY|SYB|EX)|[rt]?[tp]x(mi|sy|ex|bmi)|NewTXMI|stmary|esint|"
              + "Mathematica|MathematicalPi|txmia|wasy)[-\\d].*");

  /** Other fonts of formulas, which say so in their names. */
  private static final String MATH = "Math";

  private static final Pattern MATH_FONT =
      Pattern.compile(".*" + MATH + "(-?(Regular|Bold|Italic).*)?");

  private static final Set<String> FUNCTIONS =
      Set.of(
          "sin", "cos", "tan", "cot", "sec", "csc", "log", "ln", "lg", "exp", "max", "min", "lim",
          "arg", "det", "mod", "gcd", "sup", "inf", "Pr", "dim", "ker", "deg", "var", "cov", "tr");

  private static final int LONGEST_FUNCTION = 3;

  private MathSigns() {}

  /** Returns whether a glyph stands in formulas alone. */
  static boolean isSign(Glyph glyph) {
    if (glyph.text().isEmpty() || !glyph.isReadable()) {
      return isMathFont(glyph);
    }
    int c = glyph.text().codePointAt(0);
    if ((c >= 0x1D400 && c < 0x1D800)
        || (c >= 0x2200 && c < 0x2300 && c != 0x2212 && c != 0x2217 && c != 0x2219 && c != 0x22C5)
        || (c >= 0x27C0 && c < 0x27F0)
        || (c >= 0x2980 && c < 0x2B00)) {
      return true;
    }
    return isMathFont(glyph)
        && switch (Character.getType(c)) {
          case Character.MATH_SYMBOL -> !isOperator(c);
          case Character.OTHER_PUNCTUATION,
              Character.DASH_PUNCTUATION,
              Character.OTHER_SYMBOL,
              Character.DECIMAL_DIGIT_NUMBER,
              Character.SPACE_SEPARATOR,
              Character.MODIFIER_SYMBOL,
              Character.START_PUNCTUATION,
              Character.END_PUNCTUATION ->
              glyph.font().name().startsWith("CMEX");
          default -> true;
        };
  }

  static boolean isMathFont(Glyph glyph) {
    String name = glyph.font().name();
    return FONT.matcher(name).matches()
        || (name.contains(MATH) && MATH_FONT.matcher(name).matches());
  }

  /** Returns whether a character joins what stands on its sides, in formulas and elsewhere. */
  static boolean isOperator(int c) {
    return "+-=<>|~*/\u00B1\u00D7\u00F7\u2212\u00B7\u2217\u22C5\u2190\u2192\u2194\u21D2\u21D4"
            .indexOf(c)
        >= 0;
  }

  static boolean isGreek(int c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.GREEK;
  }

  /** Returns whether the Latin letters of a word are the name of a function. */
  static boolean isFunction(String word) {
    StringBuilder letters = new StringBuilder(LONGEST_FUNCTION);
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
        if (letters.length() == LONGEST_FUNCTION) {
          return false;
        }
        letters.append(c);
      }
    }
    return FUNCTIONS.contains(letters.toString());
  }
}
