package dev.yiben.glossary;

/**
 * A text that counts how often a regular expression looks at it, so that one with catastrophic
 * backtracking ends with an exception; for one search only.
 */
final class CountedText implements CharSequence {
  private static final long STEPS = 2_000_000;
  private static final long STEPS_PER_CHARACTER = 100;

  private final String text;
  private long stepsLeft;

  CountedText(String text) {
    this.text = text;
    this.stepsLeft = STEPS + STEPS_PER_CHARACTER * text.length();
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    stepsLeft--;
    if (stepsLeft < 0) {
      throw new TooManyStepsException();
    }
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }

  /** The search took more steps than any sensible expression needs. */
  static final class TooManyStepsException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
