package dev.yiben.formats.format.renpy;

import dev.yiben.formats.document.TagPairs;

/**
 * A piece of a text that the engine shows.
 *
 * @param kind what it is
 * @param start offset of its first character in the text
 * @param end offset after its last one
 * @param name of a tag its name, of a variable its expression, of a substitution its key; else
 *     empty
 * @param visible what a reader sees of it, as far as that is known
 */
record Piece(Kind kind, int start, int end, String name, String visible) implements TagPairs.Piece {
  /** What a piece is. */
  enum Kind {
    /** Characters that mean themselves. */
    TEXT,
    /** A character that is written twice so that it means itself. */
    DOUBLED,
    /** A tag that may be the first half of a pair. */
    OPEN,
    /** The second half of a pair. */
    CLOSE,
    /** What tells equal strings apart and is never shown: <code>{#menu}</code>. */
    COMMENT,
    /** {@code [name]}. */
    VARIABLE,
    /** {@code %(name)s}. */
    SUBSTITUTION,
    /**
     * <code>{}</code> or <code>{0}</code>, which Python replaces before the engine sees the text.
     */
    FORMAT,
    /** The end of a line. */
    BREAK,
    /** A tag that has no end. */
    BROKEN_TAG,
    /** A variable that has no end. */
    BROKEN_VARIABLE,
    /** A percent sign that is neither doubled nor the beginning of a substitution. */
    BROKEN_PERCENT
  }

  @Override
  public boolean opens() {
    return is(Kind.OPEN);
  }

  @Override
  public boolean closes() {
    return is(Kind.CLOSE);
  }

  boolean is(Kind other) {
    return kind == other;
  }

  boolean showsNothing() {
    return visible.isBlank();
  }
}
