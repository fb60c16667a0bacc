package dev.yiben.formats.format.srt;

/**
 * A piece of a cue's text.
 *
 * @param kind what it is
 * @param start offset of its first character
 * @param end offset after its last one
 * @param name for a tag its name in lower case, else empty
 * @param visible what a reader sees of it; a newline for a line break
 */
record Token(Kind kind, int start, int end, String name, String visible) {
  /** What a piece is. */
  enum Kind {
    TEXT,
    OPEN,
    CLOSE,
    STANDALONE
  }

  boolean showsNothing() {
    return visible.chars().allMatch(Token::isSpace);
  }

  static boolean isSpace(int character) {
    return Character.isWhitespace(character) || character == 0xA0;
  }

  boolean is(Kind other) {
    return kind == other;
  }
}
