package dev.yiben.formats.cue;

import java.util.List;

/**
 * Guesses whether the sentence of a cue goes on in the next one.
 *
 * <p>It does where a cue ends without a mark in a file that ends its sentences with marks, unless
 * the next cue begins with a dash, a label or a song, or with a capital that no comma is before:
 * the cue may be a title. After an ellipsis it does where the next cue begins with a small letter.
 */
final class SentenceFlow {
  /** One cue of so many ends with a mark in a file that uses marks at all. */
  private static final int MARKED_RATIO = 5;

  private final List<TimedCue> cues;
  private final boolean marked;

  private SentenceFlow(List<TimedCue> cues, boolean marked) {
    this.cues = cues;
    this.marked = marked;
  }

  static SentenceFlow of(List<TimedCue> cues) {
    long ending = cues.stream().filter(cue -> Sentences.end(shown(cue))).count();
    return new SentenceFlow(cues, ending > 0 && ending * MARKED_RATIO >= cues.size());
  }

  /** Returns whether the sentence of a cue goes on in the next, which is soon after. */
  boolean goesOn(int cue) {
    String text = shown(cues.get(cue));
    String next = shown(cues.get(cue + 1));
    int last = Sentences.lastTelling(text);
    int first = firstTelling(next);
    if (last < 0 || first == next.length() || LineMeaning.startsAnew(text, next)) {
      return false;
    }
    boolean trailsOff = text.charAt(last) == '…' || text.startsWith("...", last - 2);
    if (trailsOff) {
      return Character.isLowerCase(next.codePointAt(first));
    }
    boolean anew = Character.isUpperCase(next.codePointAt(first)) && !isPronoun(next, first);
    return marked && !Sentences.end(text) && (!anew || text.charAt(last) == ',');
  }

  /** Returns whether the capital is the English I, which says nothing. */
  private static boolean isPronoun(String text, int first) {
    return text.charAt(first) == 'I'
        && (first + 1 == text.length() || !Character.isLetter(text.codePointAt(first + 1)));
  }

  private static int firstTelling(String text) {
    int first = 0;
    while (first < text.length() && !Character.isLetterOrDigit(text.codePointAt(first))) {
      first++;
    }
    return first;
  }

  private static String shown(TimedCue cue) {
    return cue.text().source().visibleText();
  }
}
