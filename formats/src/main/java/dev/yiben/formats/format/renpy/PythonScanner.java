package dev.yiben.formats.format.renpy;

import java.util.Locale;
import java.util.Set;

/**
 * Reads one literal of Python from its prefix to its last quote.
 *
 * <p>Source: The Python Language Reference, section 2.4.1.
 */
final class PythonScanner {
  private static final Set<String> TEXT_PREFIXES = Set.of("", "u", "r", "ur");
  private static final int HEX = 16;
  private static final int OCTAL = 8;

  private final String text;
  private final int start;
  private final int limit;
  private final StringBuilder value = new StringBuilder();
  private char quote;
  private boolean triple;
  private boolean raw;
  private boolean wraps;
  private int contentStart;
  private int contentEnd;
  private int position;

  PythonScanner(String text, int start, int limit) {
    this.text = text;
    this.start = start;
    this.limit = limit;
  }

  static boolean isTextPrefix(String prefix) {
    return TEXT_PREFIXES.contains(prefix);
  }

  /** Reads a literal whose value is text; returns whether there is one. */
  boolean scan() {
    position = start;
    while (position < limit && position - start < 2 && Character.isLetter(text.charAt(position))) {
      position++;
    }
    String prefix = text.substring(start, position).toLowerCase(Locale.ROOT);
    if (position >= limit
        || "\"'".indexOf(text.charAt(position)) < 0
        || !isTextPrefix(prefix)) {
      return false;
    }
    quote = text.charAt(position);
    raw = prefix.endsWith("r");
    String quotes = String.valueOf(quote).repeat(3);
    triple = text.startsWith(quotes, position);
    position += triple ? 3 : 1;
    contentStart = position;
    while (position < limit) {
      char c = text.charAt(position);
      if (c == quote && (!triple || text.startsWith(quotes, position))) {
        contentEnd = position;
        position += triple ? 3 : 1;
        return position <= limit;
      }
      if (c == '\\' && position + 1 < limit) {
        escape();
      } else {
        wraps |= c == '\n' && !triple;
        value.append(c);
        position++;
      }
    }
    return false;
  }

  private void escape() {
    char c = text.charAt(position + 1);
    if (raw) {
      value.append('\\').append(c);
      position += 2;
      return;
    }
    position += 2;
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
      case 'x' -> number(c, 2, HEX);
      case 'u' -> number(c, 4, HEX);
      case 'U' -> number(c, 8, HEX);
      case 'N' -> named();
      case '0', '1', '2', '3', '4', '5', '6', '7' -> {
        position--;
        int end = position;
        while (end < limit && end - position < 3 && Character.digit(text.charAt(end), OCTAL) >= 0) {
          end++;
        }
        value.append((char) Integer.parseInt(text, position, end, OCTAL));
        position = end;
      }
      default -> value.append('\\').append(c);
    }
  }

  private void number(char letter, int digits, int radix) {
    int end = position;
    while (end < limit
        && end - position < digits
        && text.charAt(end) < 0x80
        && Character.digit(text.charAt(end), radix) >= 0) {
      end++;
    }
    long code = end - position == digits ? Long.parseLong(text, position, end, radix) : -1;
    if (code >= 0 && code <= Character.MAX_CODE_POINT) {
      value.appendCodePoint((int) code);
      position = end;
    } else {
      value.append('\\').append(letter);
    }
  }

  private void named() {
    int close = text.startsWith("{", position) ? text.indexOf('}', position) : -1;
    if (close < 0 || close >= limit || close - position > 100) {
      value.append("\\N");
      return;
    }
    try {
      value.appendCodePoint(Character.codePointOf(text.substring(position + 1, close)));
      position = close + 1;
    } catch (IllegalArgumentException e) {
      value.append("\\N");
    }
  }

  char quote() {
    return quote;
  }

  boolean isRaw() {
    return raw;
  }

  boolean wraps() {
    return wraps;
  }

  int contentStart() {
    return contentStart;
  }

  int contentEnd() {
    return contentEnd;
  }

  /** Returns the position after the last quote. */
  int end() {
    return position;
  }

  String value() {
    return value.toString();
  }
}
