package dev.yiben.formats.format.pdf;

import dev.yiben.formats.pdf.layout.Line;
import dev.yiben.formats.pdf.layout.Paragraph;

/** Brackets in text from right to left, which some producers write as they look. */
final class Brackets {
  private static final String OPENING = "([{<\u00AB\u2039";
  private static final String CLOSING = ")]}>\u00BB\u203A";

  private Brackets() {}

  /** Returns whether brackets of a paragraph close before they open. */
  static boolean areMirrored(Paragraph paragraph) {
    int depth = 0;
    int wrong = 0;
    int right = 0;
    for (Line line : paragraph.lines()) {
      String text = line.text();
      for (int i = 0; i < text.length(); i++) {
        if (OPENING.indexOf(text.charAt(i)) >= 0) {
          depth++;
          right += depth > 0 ? 1 : 0;
        } else if (CLOSING.indexOf(text.charAt(i)) >= 0) {
          depth--;
          wrong += depth < 0 ? 1 : 0;
        }
      }
    }
    return wrong > right;
  }

  /** Returns a text with each bracket turned around. */
  static String mirrored(String text) {
    StringBuilder mirrored = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      int opening = OPENING.indexOf(text.charAt(i));
      int closing = CLOSING.indexOf(text.charAt(i));
      if (opening >= 0) {
        mirrored.setCharAt(i, CLOSING.charAt(opening));
      } else if (closing >= 0) {
        mirrored.setCharAt(i, OPENING.charAt(closing));
      }
    }
    return mirrored.toString();
  }
}
