package dev.yiben.inference.openai;

/** Makes a line that may stand in a message from text that a server sent. */
final class OneLine {
  private static final int MAX_LENGTH = 300;

  private OneLine() {}

  /** Returns the text in one line without control characters, shortened where it is long. */
  static String of(String text) {
    StringBuilder line = new StringBuilder();
    boolean space = false;
    for (int at = 0; at < text.length() && line.length() < MAX_LENGTH; ) {
      int character = text.codePointAt(at);
      at += Character.charCount(character);
      if (Character.isWhitespace(character) || Character.isISOControl(character)) {
        space = line.length() > 0;
      } else if (!isInvisible(character)) {
        if (space) {
          line.append(' ');
          space = false;
        }
        line.appendCodePoint(character);
      }
    }
    return line.length() < MAX_LENGTH ? line.toString() : line + "…";
  }

  private static boolean isInvisible(int character) {
    int type = Character.getType(character);
    return type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.PRIVATE_USE
        || type == Character.UNASSIGNED;
  }
}
