package dev.yiben.glossary;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import java.util.Arrays;

/**
 * A text without differences that do not make another word, that knows where each folded character
 * comes from: {@code ß} folds to {@code ss}, {@code ｶﾞ} to {@code ガ}.
 */
final class FoldedText {
  private static final Normalizer2 COMPOSED = Normalizer2.getNFCInstance();
  private static final Normalizer2 COMPATIBLE = Normalizer2.getNFKCInstance();
  private static final int TO_KATAKANA = 'ア' - 'あ';

  private final StringBuilder folded = new StringBuilder();
  private int[] origins;

  /** What is folded away. */
  enum Folding {
    /**
     * Half and full width (by NFKC), composed and decomposed characters, and the several
     * apostrophes, hyphens, middle dots and wave dashes.
     */
    WIDTH,
    /** That, and letter case, by full case folding (Unicode section 3.13). */
    CASE,
    /** That, and hiragana, which become katakana; the long-vowel mark stays. */
    KANA
  }

  FoldedText(String text, Folding folding) {
    origins = new int[text.length() + 1];
    int index = 0;
    while (index < text.length()) {
      int next = clusterEnd(text, index);
      int start = folded.length();
      append(text, index, next, folding);
      if (folded.length() >= origins.length) {
        origins = Arrays.copyOf(origins, 2 * folded.length() + 1);
      }
      Arrays.fill(origins, start, folded.length(), index);
      index = next;
    }
    origins[folded.length()] = text.length();
  }

  static String fold(String text) {
    return fold(text, Folding.CASE);
  }

  static String fold(String text, Folding folding) {
    return new FoldedText(text, folding).folded();
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

  /** Takes marks together with their character where they make one character with it. */
  private static int clusterEnd(String text, int start) {
    int end = start + Character.charCount(text.codePointAt(start));
    if (end == text.length() || !isMark(text.charAt(end))) {
      return end;
    }
    int marks = end;
    while (marks < text.length() && isMark(text.charAt(marks))) {
      marks++;
    }
    String cluster = text.substring(start, marks);
    return isVoicing(text.charAt(end)) || !COMPOSED.isNormalized(cluster) ? marks : end;
  }

  private static boolean isMark(char character) {
    return character >= 0x300
        && (isVoicing(character) || Character.getType(character) == Character.NON_SPACING_MARK);
  }

  /** Whether it is the mark of voiced syllables of half-width katakana, or of half-voiced ones. */
  private static boolean isVoicing(char character) {
    return character == 'ﾞ' || character == 'ﾟ';
  }

  private void append(String text, int start, int end, Folding folding) {
    int first = text.codePointAt(start);
    if (first < 0x80 && end == start + 1) {
      folded.append(
          folding == Folding.WIDTH ? (char) first : (char) UCharacter.foldCase(first, true));
      return;
    }
    String piece = even(text.substring(start, end), first);
    if (folding != Folding.WIDTH) {
      piece = UCharacter.foldCase(piece, true);
    }
    if (folding == Folding.KANA && piece.length() == 1) {
      piece = String.valueOf(katakana(piece.charAt(0)));
    }
    folded.append(piece);
  }

  private static String even(String piece, int first) {
    return switch (first) {
      case '’', 'ʼ', '＇' -> "'";
      case '‐', '‑', '－' -> "-";
      case '·', '‧', '・', '･', '•' -> "·";
      case '〜', '～' -> "~";
      default -> {
        int width = UCharacter.getIntPropertyValue(first, UProperty.EAST_ASIAN_WIDTH);
        boolean compatible =
            width == UCharacter.EastAsianWidth.FULLWIDTH
                || width == UCharacter.EastAsianWidth.HALFWIDTH;
        yield compatible
            ? COMPATIBLE.normalize(piece)
            : piece.length() > Character.charCount(first) ? COMPOSED.normalize(piece) : piece;
      }
    };
  }

  private static char katakana(char character) {
    boolean hiragana =
        (character >= 'ぁ' && character <= 'ゖ') || character == 'ゝ' || character == 'ゞ';
    return hiragana ? (char) (character + TO_KATAKANA) : character;
  }
}
