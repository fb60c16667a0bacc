package dev.yiben.formats.format.renpy;

import java.nio.charset.StandardCharsets;

/** Writes the inside of a string literal so that its value is what was meant. */
final class LiteralWriter {
  private LiteralWriter() {}

  /**
   * Returns the inside of a literal of dialogue, in which white space collapses and few escapes are
   * known.
   *
   * @param quote the quote that ends it, once or thrice
   * @param edges whether spaces at the edges would be lost, as in triple quotes
   */
  static String dialogue(String value, char quote, boolean edges) {
    String text = encodable(value);
    StringBuilder written = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean edge = edges && (i == 0 || i == text.length() - 1);
      if (c == '\n') {
        written.append("\\n");
      } else if (c == ' ' && !edge) {
        written.append(i > 0 && text.charAt(i - 1) == ' ' ? "\\ " : " ");
      } else if (ScriptCharacters.isSpace(c) || Character.isISOControl(c)) {
        written.append("\\u%04x".formatted((int) c));
      } else {
        appendEscaped(written, c, quote);
      }
    }
    return written.toString();
  }

  /** Returns the inside of a literal of Python. */
  static String python(String value, char quote) {
    String text = encodable(value);
    StringBuilder written = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\n' -> written.append("\\n");
        case '\r' -> written.append("\\r");
        case '\t' -> written.append("\\t");
        default -> {
          if (Character.isISOControl(c)) {
            written.append("\\x%02x".formatted((int) c));
          } else {
            appendEscaped(written, c, quote);
          }
        }
      }
    }
    return written.toString();
  }

  /** Returns whether a raw literal can have this value. */
  static boolean fitsRaw(String value, char quote) {
    return value
        .chars()
        .noneMatch(c -> c == '\\' || c == quote || c == '\n' || Character.isISOControl(c));
  }

  private static void appendEscaped(StringBuilder written, char c, char quote) {
    if (c == '\\' || c == quote) {
      written.append('\\');
    }
    written.append(c);
  }

  /** Half of a surrogate pair, which no encoding has, becomes a question mark. */
  private static String encodable(String value) {
    return new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
