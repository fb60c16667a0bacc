package dev.yiben.glossary;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.Locale;
import java.util.Set;

/**
 * Says whether a term stands as a whole word in a text: by Unicode Annex 29, with three allowances.
 *
 * <ul>
 *   <li>Scripts without spaces have a boundary between any two characters.
 *   <li>Korean particles follow a noun without a space, so the end of one is free.
 *   <li>What an apostrophe joins to a word is not of the word: {@code Marlo's}, {@code l'île}.
 * </ul>
 */
final class WordBoundaries {
  private static final Set<String> ENGLISH_ENDINGS = Set.of("s", "d", "ll", "ve", "re", "m");
  private static final Set<String> ROMANCE_ELISIONS =
      Set.of(
          "c", "d", "j", "l", "m", "n", "qu", "s", "t", "jusqu", "lorsqu", "puisqu", "quoiqu",
          "all", "dall", "dell", "nell", "sull", "un");
  private static final int LONGEST_ELISION = 6;

  private final String text;
  private final BreakIterator words;

  WordBoundaries(String text) {
    this.text = text;
    this.words = BreakIterator.getWordInstance(ULocale.ROOT);
    words.setText(text);
  }

  boolean isWholeWord(int start, int end) {
    return isStart(start) && isEnd(end);
  }

  /** Returns whether it is a word of its own, by a dictionary where its script has no spaces. */
  boolean isWordOfDictionary(int start, int end) {
    return words.isBoundary(start) && words.isBoundary(end);
  }

  private boolean isStart(int offset) {
    return isFree(offset) || words.isBoundary(offset) || followsElision(offset);
  }

  private boolean isEnd(int offset) {
    return isFree(offset)
        || words.isBoundary(offset)
        || (isKorean(text.codePointBefore(offset)) && isKorean(text.codePointAt(offset)))
        || precedesEnding(offset);
  }

  private boolean isFree(int offset) {
    return offset == 0
        || offset == text.length()
        || isUnspaced(text.codePointBefore(offset))
        || isUnspaced(text.codePointAt(offset));
  }

  private static boolean isUnspaced(int codePoint) {
    int script = UScript.getScript(codePoint);
    return UScript.breaksBetweenLetters(script) || script == UScript.TIBETAN;
  }

  private static boolean isKorean(int codePoint) {
    return UScript.getScript(codePoint) == UScript.HANGUL;
  }

  private boolean precedesEnding(int offset) {
    if (!isApostrophe(text.charAt(offset))) {
      return false;
    }
    int end = offset + 1;
    while (end < text.length() && end <= offset + 2 && UCharacter.isLetter(text.charAt(end))) {
      end++;
    }
    return ENGLISH_ENDINGS.contains(text.substring(offset + 1, end).toLowerCase(Locale.ROOT))
        && (end == text.length() || words.isBoundary(end));
  }

  private boolean followsElision(int offset) {
    if (!isApostrophe(text.charAt(offset - 1))) {
      return false;
    }
    int start = offset - 1;
    while (start > 0
        && start >= offset - LONGEST_ELISION
        && UCharacter.isLetter(text.charAt(start - 1))) {
      start--;
    }
    return ROMANCE_ELISIONS.contains(text.substring(start, offset - 1).toLowerCase(Locale.ROOT))
        && words.isBoundary(start);
  }

  private static boolean isApostrophe(char character) {
    return character == '\'' || character == '’';
  }
}
