package dev.yiben.inference.libllama;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;

/** Refuses texts on which a tokenizer's regular expressions would run out of stack. */
final class LongRuns {
  /** With what may precede or follow a word in an expression, two of them fit the stack. */
  static final int LONGEST = 150_000;

  private LongRuns() {}

  /**
   * Looks at a text.
   *
   * @throws InferenceException if it goes on too long without a space, or with spaces alone
   */
  static void refuse(String text) {
    if (text.length() <= LONGEST) {
      return;
    }
    int from = 0;
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      boolean isSpace = Character.isWhitespace(text.charAt(i));
      if (isSpace != space) {
        from = i;
        space = isSpace;
      } else if (i - from >= LONGEST) {
        throw new InferenceException(
            Category.USER,
            "A text of more than "
                + LONGEST
                + " characters "
                + (space ? "that are all spaces" : "without a space")
                + " cannot be cut into tokens: take smaller batches or divide the document");
      }
    }
  }
}
