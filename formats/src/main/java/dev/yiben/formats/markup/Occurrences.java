package dev.yiben.formats.markup;

/** Where a string occurs in a text: asked for growing places, all answers take linear time. */
final class Occurrences {
  private final String text;
  private final String string;
  private int found = -2;

  Occurrences(String text, String string) {
    this.text = text;
    this.string = string;
  }

  /**
   * Returns the first place from an offset on, or -1.
   *
   * @param from not less than in the question before
   */
  int next(int from) {
    if (found != -1 && found < from) {
      found = text.indexOf(string, from);
    }
    return found;
  }
}
