package dev.yiben.formats.cue;

/** Sees where sentences end. */
final class Sentences {
  private static final String ENDS = ".!?:;…。！？：；｡؟؛।॥։";
  private static final String CLOSING = "\"'”’»›)]}」』）】》〉♪♫♬ ";

  private Sentences() {}

  /** Returns whether a text that is not blank ends with a sentence. */
  static boolean end(CharSequence text) {
    int last = lastTelling(text);
    return last >= 0 && ENDS.indexOf(text.charAt(last)) >= 0;
  }

  /** Returns the offset of the last character that is no closing mark, or -1. */
  static int lastTelling(CharSequence text) {
    int last = text.length() - 1;
    while (last >= 0 && CLOSING.indexOf(text.charAt(last)) >= 0) {
      last--;
    }
    return last;
  }
}
