package dev.yiben.glossary;

import com.ibm.icu.lang.UCharacter;
import java.util.Arrays;

/**
 * A text without its letter case, by full case folding (Unicode section 3.13), that knows where
 * each folded character comes from: {@code ß} folds to {@code ss}.
 */
final class FoldedText {
  private final StringBuilder folded = new StringBuilder();
  private int[] origins;

  FoldedText(String text) {
    origins = new int[text.length() + 1];
    int index = 0;
    while (index < text.length()) {
      int next = text.offsetByCodePoints(index, 1);
      String piece = UCharacter.foldCase(text.substring(index, next), true);
      int start = folded.length();
      folded.append(piece);
      if (folded.length() >= origins.length) {
        origins = Arrays.copyOf(origins, 2 * folded.length() + 1);
      }
      Arrays.fill(origins, start, folded.length(), index);
      index = next;
    }
    origins[folded.length()] = text.length();
  }

  static String fold(String text) {
    return UCharacter.foldCase(text, true);
  }

  /** Returns a text of the same length with every white space character a space. */
  static String evenSpaces(String text) {
    StringBuilder even = new StringBuilder(text);
    for (int i = 0; i < even.length(); i++) {
      if (Character.isWhitespace(even.charAt(i)) || Character.isSpaceChar(even.charAt(i))) {
        even.setCharAt(i, ' ');
      }
    }
    return even.toString();
  }

  String folded() {
    return folded.toString();
  }

  /** Returns whether an offset of the folded text stands between two characters of the text. */
  boolean isBoundary(int offset) {
    return offset == 0 || origins[offset] != origins[offset - 1];
  }

  /** Returns the offset in the text of an offset of the folded text. */
  int origin(int offset) {
    return origins[offset];
  }
}
