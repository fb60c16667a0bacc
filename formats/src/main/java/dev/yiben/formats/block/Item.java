package dev.yiben.formats.block;

/**
 * A piece of a run of inline content.
 *
 * @param kind what it is
 * @param start offset in the markup
 * @param end offset after it
 * @param value the decoded text of a text, what a reader sees of a code
 * @param pair what the two halves of a pair share: the start tag's number among the tokens; -1 for
 *     a tag without its other half
 * @param written what a translated segment has in its place; empty for what stands in the markup
 */
record Item(Kind kind, int start, int end, String value, int pair, String written) {
  enum Kind {
    /** Text that stands in the markup character by character. */
    LITERAL,
    /** Text that stands in the markup in another way. */
    ENCODED,
    OPEN,
    CLOSE,
    /** A code that shows something, or takes up room. */
    ATOM,
    /** A code that nobody sees, such as an anchor. */
    MARK,
    BREAK,
    /** Markup that goes when the text is translated. */
    GONE
  }

  static final int UNPAIRED = -1;

  /** Creates an item that is written as it stands in the markup. */
  Item(Kind kind, int start, int end, String value, int pair) {
    this(kind, start, end, value, pair, "");
  }

  boolean isText() {
    return kind == Kind.LITERAL || kind == Kind.ENCODED;
  }

  boolean isTag() {
    return kind == Kind.OPEN || kind == Kind.CLOSE;
  }

  boolean isLoose() {
    return isTag() && pair == UNPAIRED;
  }

  boolean isBlank() {
    if (!isText()) {
      return false;
    }
    int i = 0;
    while (i < value.length() && isSpace(value.charAt(i))) {
      i++;
    }
    return i == value.length();
  }

  /** Returns whether a translated segment has something else in its place. */
  boolean isRewritten() {
    return !written.isEmpty();
  }

  /** Returns whether it can stay outside of a segment that begins or ends with it. */
  boolean isEdge() {
    return !isRewritten() && (kind == Kind.MARK || kind == Kind.BREAK || isLoose() || isBlank());
  }

  Item withStart(int newStart) {
    return new Item(kind, newStart, end, value, pair, written);
  }

  Item withEnd(int newEnd) {
    return new Item(kind, start, newEnd, value, pair, written);
  }

  /** Returns a text without some characters at its start and at its end. */
  Item cut(int first, int last) {
    if (first + last == 0) {
      return this;
    }
    boolean literal = kind == Kind.LITERAL;
    int newStart = literal ? start + first : start;
    int newEnd = literal ? end - last : end;
    String left = value.substring(first, value.length() - last);
    return new Item(kind, newStart, newEnd, left, pair, written);
  }

  /** Returns whether a character is white space at a segment's edges, as coverage counts it. */
  static boolean isSpace(int c) {
    return Character.isWhitespace(c) || c == 0xA0;
  }
}
