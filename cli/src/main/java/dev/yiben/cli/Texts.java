package dev.yiben.cli;

/** Makes texts from files fit for a terminal. */
final class Texts {
  private Texts() {}

  /** Returns a text as one line without what could steer a terminal. */
  static String printable(String text) {
    return text.replaceAll("[\\p{Cntrl}\\p{Cf}\u2028\u2029]+", " ").strip();
  }

  /** Returns a text whose lines have nothing that could steer a terminal. */
  static String printableLines(String text) {
    return text.replace("\r\n", "\n").replaceAll("[\\p{Cntrl}\\p{Cf}&&[^\n\t]]", "\uFFFD");
  }

  /** Returns the start of a text. */
  static String shortened(String text, int most) {
    if (text.codePointCount(0, text.length()) <= most) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
  }
}
