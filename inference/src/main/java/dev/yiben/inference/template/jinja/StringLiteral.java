package dev.yiben.inference.template.jinja;

import java.util.Map;

/** The escapes of Python's strings. */
final class StringLiteral {
  private static final Map<Character, Character> SIMPLE =
      Map.of(
          'n', '\n', 't', '\t', 'r', '\r', '\\', '\\', '\'', '\'', '"', '"', 'b', '\b', 'f', '\f',
          'a', '\u0007', 'v', '\u000B');
  private static final Map<Character, Integer> DIGITS = Map.of('x', 2, 'u', 4, 'U', 8);

  private StringLiteral() {}

  /** Returns the text that is meant by what stands between the quotes. */
  static String value(String literal) {
    StringBuilder value = new StringBuilder();
    int at = 0;
    while (at < literal.length()) {
      char character = literal.charAt(at);
      at++;
      if (character != '\\') {
        value.append(character);
        continue;
      }
      char escaped = literal.charAt(at);
      at++;
      if (SIMPLE.containsKey(escaped)) {
        value.append(SIMPLE.get(escaped));
      } else if (DIGITS.containsKey(escaped)) {
        int end = at + DIGITS.get(escaped);
        value.appendCodePoint(codePoint(literal, at, end));
        at = end;
      } else if (escaped >= '0' && escaped <= '7') {
        int end = at;
        while (end < at + 2
            && end < literal.length()
            && "01234567".indexOf(literal.charAt(end)) >= 0) {
          end++;
        }
        value.append((char) Integer.parseInt(literal.substring(at - 1, end), 8));
        at = end;
      } else if (escaped != '\n') {
        value.append('\\').append(escaped);
      }
    }
    return value.toString();
  }

  private static int codePoint(String literal, int begin, int end) {
    try {
      int number = Integer.parseInt(literal.substring(begin, end), 16);
      if (Character.isValidCodePoint(number)) {
        return number;
      }
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      // Told below.
    }
    throw new JinjaException("a string has an escape that makes no sense");
  }
}
