package dev.yiben.formats.markup;

import java.util.Locale;

/** Names of elements and attributes. */
final class Names {
  private Names() {}

  static String local(String name) {
    return name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
  }

  static boolean isStart(char c) {
    return c == '_' || c == ':' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0xC0;
  }

  /** Returns whether a tag's name goes on with this character; tolerant, as browsers are. */
  static boolean goesOn(char c) {
    return !isSpace(c) && c != '/' && c != '>' && c != '<' && c != '=' && c != '"' && c != '\'';
  }

  static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
  }
}
