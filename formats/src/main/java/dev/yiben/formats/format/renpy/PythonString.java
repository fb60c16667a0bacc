package dev.yiben.formats.format.renpy;

import java.util.Optional;

/** The strings of Python that stand in translation functions. */
final class PythonString {
  private static final int HEX = 16;
  private static final int OCTAL = 8;

  private PythonString() {}

  /**
   * Returns the value of what stands between the quotes of a string without a prefix {@code r}.
   *
   * @return nothing if Python would not accept it
   */
  static Optional<String> decode(String written) {
    int escape = written.indexOf('\\');
    if (escape < 0) {
      return Optional.of(written);
    }
    StringBuilder value = new StringBuilder(written.length());
    int done = 0;
    while (escape >= 0) {
      value.append(written, done, escape);
      if (escape + 1 == written.length()) {
        return Optional.empty();
      }
      char c = written.charAt(escape + 1);
      done = escape + 2;
      switch (c) {
        case '\n' -> {}
        case '\\', '\'', '"' -> value.append(c);
        case 'a' -> value.append('\u0007');
        case 'b' -> value.append('\b');
        case 'f' -> value.append('\f');
        case 'n' -> value.append('\n');
        case 'r' -> value.append('\r');
        case 't' -> value.append('\t');
        case 'v' -> value.append('\u000B');
        case 'x', 'u', 'U' -> {
          int end = done + (c == 'x' ? 2 : c == 'u' ? 4 : 8);
          int code = number(written, done, end, HEX);
          if (!Character.isValidCodePoint(code)) {
            return Optional.empty();
          }
          value.appendCodePoint(code);
          done = end;
        }
        case 'N' -> {
          int end = written.indexOf('}', done);
          if (end < 0 || written.charAt(done) != '{') {
            return Optional.empty();
          }
          try {
            value.appendCodePoint(Character.codePointOf(written.substring(done + 1, end)));
          } catch (IllegalArgumentException e) {
            return Optional.empty();
          }
          done = end + 1;
        }
        default -> {
          int end = done - 1;
          while (end < written.length() && end < done + 2 && isOctal(written.charAt(end))) {
            end++;
          }
          if (end >= done) {
            value.appendCodePoint(number(written, done - 1, end, OCTAL));
            done = end;
          } else {
            value.append('\\').append(c);
          }
        }
      }
      escape = written.indexOf('\\', done);
    }
    return Optional.of(value.append(written, done, written.length()).toString());
  }

  private static boolean isOctal(char c) {
    return c >= '0' && c < '8';
  }

  private static int number(String text, int start, int end, int radix) {
    if (end > text.length()) {
      return -1;
    }
    int number = 0;
    for (int i = start; i < end; i++) {
      int digit = text.charAt(i) < 0x80 ? Character.digit(text.charAt(i), radix) : -1;
      if (digit < 0 || number > Character.MAX_CODE_POINT) {
        return -1;
      }
      number = number * radix + digit;
    }
    return number;
  }

  /** Returns a value as the engine writes it in a table of strings, without quotes. */
  static String encode(String value) {
    StringBuilder written = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> written.append("\\\\");
        case '"' -> written.append("\\\"");
        case '\u0007' -> written.append("\\a");
        case '\b' -> written.append("\\b");
        case '\f' -> written.append("\\f");
        case '\n' -> written.append("\\n");
        case '\r' -> written.append("\\r");
        case '\t' -> written.append("\\t");
        case '\u000B' -> written.append("\\v");
        default -> written.append(c);
      }
    }
    return written.toString();
  }

  /** Returns the value that the function {@code _p} makes of a string: paragraphs of lines. */
  static String paragraphs(String value) {
    String[] lines = value.split("\n", -1);
    int first = ScriptCharacters.strip(lines[0]).isEmpty() ? 1 : 0;
    int last = lines.length;
    if (last > first && ScriptCharacters.strip(lines[last - 1]).isEmpty()) {
      last--;
    }
    StringBuilder text = new StringBuilder();
    boolean begun = false;
    for (int i = first; i < last; i++) {
      String line = ScriptCharacters.strip(lines[i]);
      if (line.isEmpty()) {
        text.append("\n\n");
        begun = false;
        continue;
      }
      text.append(begun ? " " : "").append(line);
      int tag = line.lastIndexOf("{p");
      begun = tag < 0 || line.indexOf('}', tag) != line.length() - 1;
    }
    return text.toString();
  }
}
