package dev.yiben.formats.format.renpy;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one literal of Python from its prefix to its last quote.
 *
 * <p>Source: The Python Language Reference, section 2.4.1.
 */
final class PythonScanner {
  private static final Set<String> TEXT_PREFIXES = Set.of("", "u", "r", "ur");

  private final String text;
  private final int start;
  private final int limit;
  private String value = "";
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
    if (position >= limit || "\"'".indexOf(text.charAt(position)) < 0 || !isTextPrefix(prefix)) {
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
        return finish();
      }
      // A line end after a backslash goes on with the line.
      wraps |= c == '\n' && !triple;
      position += c == '\\' ? 2 : 1;
    }
    return false;
  }

  private boolean finish() {
    contentEnd = position;
    position += triple ? 3 : 1;
    String written = text.substring(contentStart, contentEnd);
    Optional<String> decoded = raw ? Optional.of(written) : PythonString.decode(written);
    decoded.ifPresent(found -> value = found);
    return position <= limit && decoded.isPresent();
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
    return value;
  }
}
