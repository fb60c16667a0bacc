package dev.yiben.glossary;

import com.ibm.icu.lang.UCharacter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** The words of a text with their stems, and what stands between them. */
final class StemmedText {
  private final String text;
  private final List<Word> words = new ArrayList<>();

  /**
   * A word of a text: a run of letters, marks and digits.
   *
   * @param folded the word without letter case
   * @param isCapital whether its first letter is a capital
   */
  record Word(int start, int end, String folded, String stem, boolean isCapital) {}

  /**
   * Finds the words of a text.
   *
   * @param text with {@link FoldedText.Folding#WIDTH} folded away
   * @param forms tells stems; without them each word is its own stem
   */
  StemmedText(String text, Optional<WordForms> forms) {
    this.text = text;
    int start = 0;
    while (start < text.length()) {
      int end = wordEnd(text, start);
      if (end > start) {
        words.add(word(start, end, forms));
        start = end;
      } else {
        start += Character.charCount(text.codePointAt(start));
      }
    }
  }

  private Word word(int start, int end, Optional<WordForms> forms) {
    String folded = UCharacter.foldCase(text.substring(start, end), true);
    String stem = forms.isPresent() ? forms.get().stem(folded) : folded;
    return new Word(start, end, folded, stem, Character.isUpperCase(text.codePointAt(start)));
  }

  private static int wordEnd(String text, int start) {
    int end = start;
    while (end < text.length()) {
      int codePoint = text.codePointAt(end);
      boolean part =
          Character.isLetterOrDigit(codePoint)
              || Character.getType(codePoint) == Character.NON_SPACING_MARK
              || Character.getType(codePoint) == Character.COMBINING_SPACING_MARK;
      if (!part) {
        return end;
      }
      end += Character.charCount(codePoint);
    }
    return end;
  }

  List<Word> words() {
    return words;
  }

  /** Returns whether the text begins and ends with a word. */
  boolean isPhrase() {
    return !words.isEmpty()
        && words.get(0).start() == 0
        && words.get(words.size() - 1).end() == text.length();
  }

  /** Returns whether the words of a phrase, from one of them on, stand here from a word on. */
  boolean holdsAt(int index, StemmedText phrase, int phraseStart, BiPredicate<Word, Word> isSame) {
    int count = phrase.words.size() - phraseStart;
    if (index + count > words.size()) {
      return false;
    }
    for (int i = 0; i < count; i++) {
      if (!isSame.test(phrase.words.get(phraseStart + i), words.get(index + i))
          || (i > 0 && !gap(index + i).equals(phrase.gap(phraseStart + i)))) {
        return false;
      }
    }
    return true;
  }

  private String gap(int index) {
    return text.substring(words.get(index - 1).end(), words.get(index).start());
  }
}
