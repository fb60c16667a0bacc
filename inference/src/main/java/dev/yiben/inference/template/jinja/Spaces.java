package dev.yiben.inference.template.jinja;

/** White space as Python sees it. */
final class Spaces {
  private Spaces() {}

  static boolean is(char character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || character == '\u0085';
  }

  static String strip(String text) {
    return stripStart(stripEnd(text));
  }

  static String stripStart(String text) {
    int begin = 0;
    while (begin < text.length() && is(text.charAt(begin))) {
      begin++;
    }
    return text.substring(begin);
  }

  static String stripEnd(String text) {
    int end = text.length();
    while (end > 0 && is(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end);
  }
}
