package dev.yiben.formats.drawing;

import dev.yiben.formats.format.Tally;

/** Counts text that is to be a segment, in which brackets of placeholders are codes. */
final class Counts {
  private Counts() {}

  static void text(String text, Tally tally) {
    tally.text(text);
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '⟦' || text.charAt(i) == '⟧') {
        tally.outside("placeholder-bracket", text.substring(i, i + 1));
      }
    }
  }
}
