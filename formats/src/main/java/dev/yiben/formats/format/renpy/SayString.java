package dev.yiben.formats.format.renpy;

/** How the engine reads and writes the content of a string of the script language. */
final class SayString {
  private static final int HEX = 16;
  private static final int MOST_DIGITS = 4;

  private SayString() {}

  /** Returns the value of what is written between quotes. */
  static String decode(String written) {
    String collapsed = ScriptCharacters.collapse(written);
    int escape = collapsed.indexOf('\\');
    if (escape < 0) {
      return collapsed;
    }
    StringBuilder value = new StringBuilder(collapsed.length());
    int done = 0;
    while (escape >= 0 && escape + 1 < collapsed.length()) {
      value.append(collapsed, done, escape);
      char c = collapsed.charAt(escape + 1);
      done = escape + 2;
      switch (c) {
        case '{' -> value.append("{{");
        case '[' -> value.append("[[");
        case '%' -> value.append("%%");
        case 'n' -> value.append('\n');
        case 'u' -> {
          int end = done;
          while (end < collapsed.length()
              && end - done < MOST_DIGITS
              && Character.digit(collapsed.charAt(end), HEX) >= 0
              && collapsed.charAt(end) < 0x80) {
            end++;
          }
          if (end > done) {
            value.append((char) Integer.parseInt(collapsed, done, end, HEX));
          }
          done = end;
        }
        default -> value.append(c);
      }
      escape = collapsed.indexOf('\\', done);
    }
    return value.append(collapsed, done, collapsed.length()).toString();
  }

  /** Returns a value as the engine writes it in the code of a statement, with its quotes. */
  static String encode(String value) {
    if (isPlain(value)) {
      return '"' + value + '"';
    }
    StringBuilder written = new StringBuilder(value.length() + 16).append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> written.append("\\\\");
        case '\n' -> written.append("\\n");
        case '"' -> written.append("\\\"");
        case ' ' -> written.append(i > 0 && value.charAt(i - 1) == ' ' ? "\\ " : " ");
        default -> written.append(c);
      }
    }
    return written.append('"').toString();
  }

  private static boolean isPlain(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean again = c == ' ' && i > 0 && value.charAt(i - 1) == ' ';
      if (c == '\\' || c == '\n' || c == '"' || again) {
        return false;
      }
    }
    return true;
  }
}
