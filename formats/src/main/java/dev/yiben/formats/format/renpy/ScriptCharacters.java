package dev.yiben.formats.format.renpy;

/** The classes of characters that the engine's patterns know. */
final class ScriptCharacters {
  private ScriptCharacters() {}

  /** Returns whether Python takes a character as white space. */
  static boolean isSpace(char c) {
    if (c > ' ' && c < 0x80) {
      return false;
    }
    if (c <= ' ') {
      return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1C && c <= 0x1F);
    }
    if (c < 0x1680) {
      return c == 0x85 || c == 0xA0;
    }
    return c == 0x1680
        || (c >= 0x2000 && c <= 0x200A)
        || c == 0x2028
        || c == 0x2029
        || c == 0x202F
        || c == 0x205F
        || c == 0x3000;
  }

  /** Returns whether a word can begin with a character. */
  static boolean isWordStart(char c) {
    return isAsciiLetter(c) || c == '_' || isForeignLetter(c);
  }

  /** Returns whether a word can go on with a character. */
  static boolean isWordPart(char c) {
    return isWordStart(c) || isDigit(c);
  }

  /** Returns whether a character can be in a part of an image's name. */
  static boolean isImageWordPart(char c) {
    return isWordPart(c) || c == '-';
  }

  /** Returns whether a character can be in a name as the scanner of lines sees it. */
  static boolean isAsciiWordPart(char c) {
    return isAsciiLetter(c) || c == '_' || isDigit(c);
  }

  private static boolean isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  // The engine's patterns see whole characters, of which those above U+FFFD are no letters.
  private static boolean isForeignLetter(char c) {
    return c >= 0xA0 && c <= 0xFFFD && !Character.isSurrogate(c);
  }

  /** Returns a text without white space at its ends. */
  static String strip(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /** Returns a text with every run of white space as one space. */
  static String collapse(String text) {
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      boolean again = i > 0 && isSpace(text.charAt(i - 1));
      if (isSpace(c) && (c != ' ' || again)) {
        break;
      }
      i++;
    }
    if (i == text.length()) {
      return text;
    }
    StringBuilder collapsed = new StringBuilder(text.length()).append(text, 0, i);
    boolean space = i > 0 && isSpace(text.charAt(i - 1));
    for (; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean now = isSpace(c);
      if (!now) {
        collapsed.append(c);
      } else if (!space) {
        collapsed.append(' ');
      }
      space = now;
    }
    return collapsed.toString();
  }
}
