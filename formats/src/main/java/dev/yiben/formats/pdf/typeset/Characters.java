package dev.yiben.formats.pdf.typeset;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;

/** What matters of characters where text is set. */
final class Characters {
  private static final String CLOSING = "、。，．：；！？」』）】〕〉》〗｝］”’";
  private static final String SMALL_KANA = "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ";
  private static final String RAISED = "、。，．";

  private Characters() {}

  /** Returns whether a character belongs to a script that is written without spaces on a grid. */
  static boolean isEastAsian(int c) {
    if (c < 0x2E80) {
      return false;
    }
    int script = UScript.getScript(c);
    return script == UScript.HAN
        || script == UScript.HIRAGANA
        || script == UScript.KATAKANA
        || script == UScript.BOPOMOFO;
  }

  /** Returns whether a small gap parts a character from a neighbour on a grid. */
  static boolean isGapped(int c) {
    return c < 0x2E80 && Character.isLetterOrDigit(c);
  }

  static boolean isRightToLeft(int c) {
    return switch (Character.getDirectionality(c)) {
      case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC ->
          true;
      default -> false;
    };
  }

  static boolean isHangul(int c) {
    return c >= 0xAC00 && c <= 0xD7A3;
  }

  /** Returns whether the right half of a character is blank. */
  static boolean isClosing(int c) {
    return c > 0xFF && CLOSING.indexOf(c) >= 0;
  }

  /** Returns whether a character stands upright in vertical writing (UAX 50). */
  static boolean standsUpright(int c) {
    int orientation = UCharacter.getIntPropertyValue(c, UProperty.VERTICAL_ORIENTATION);
    return orientation == UCharacter.VerticalOrientation.UPRIGHT
        || orientation == UCharacter.VerticalOrientation.TRANSFORMED_UPRIGHT;
  }

  /** Returns whether a character stands in the upper right corner in vertical writing. */
  static boolean isRaised(int c) {
    return RAISED.indexOf(c) >= 0;
  }

  static boolean isSmallKana(int c) {
    return SMALL_KANA.indexOf(c) >= 0;
  }

  /** Returns whether a character is only there to tell how text is to be set. */
  static boolean isControl(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
    };
  }

  /** Returns whether a character is a space of any width, broken or not. */
  static boolean isSpace(int c) {
    return Character.isSpaceChar(c) || c == '\t' || c == '\n' || c == '\r';
  }
}
