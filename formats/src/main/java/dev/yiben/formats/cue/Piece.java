package dev.yiben.formats.cue;

import dev.yiben.formats.document.TagPairs;

/**
 * A piece of a cue's text as it stands in the file.
 *
 * @param kind what it is
 * @param start offset of its first character
 * @param end offset after its last one
 * @param name of a tag, by which its other half is found; else empty
 * @param visible what a reader sees of it; for text, with references decoded
 */
public record Piece(Kind kind, int start, int end, String name, String visible)
    implements TagPairs.Piece {
  /** What a piece is. */
  public enum Kind {
    /** Text to translate. */
    TEXT,
    /** The first half of a pair of tags. */
    OPEN,
    /** The second half of a pair of tags. */
    CLOSE,
    /** Whatever else must stay; it may be visible. */
    STANDALONE,
    /** The end of a line, with the white space around it. */
    BREAK,
    /** What stays while its cue does, but is no part of a translation: a reading of ruby. */
    OMITTED
  }

  /** Returns text. */
  public static Piece text(int start, int end, String visible) {
    return new Piece(Kind.TEXT, start, end, "", visible);
  }

  /** Returns the first half of a pair of tags. */
  public static Piece open(int start, int end, String name) {
    return new Piece(Kind.OPEN, start, end, name, "");
  }

  /** Returns the second half of a pair of tags. */
  public static Piece close(int start, int end, String name) {
    return new Piece(Kind.CLOSE, start, end, name, "");
  }

  /** Returns a piece that stands alone. */
  public static Piece standalone(int start, int end, String visible) {
    return new Piece(Kind.STANDALONE, start, end, "", visible);
  }

  /** Returns what is no part of a translation. */
  public static Piece omitted(int start, int end, String visible) {
    return new Piece(Kind.OMITTED, start, end, "", visible);
  }

  /** Returns the end of a line. */
  public static Piece lineBreak(int start, int end) {
    return new Piece(Kind.BREAK, start, end, "", "\n");
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
    return !is(Kind.OMITTED) && visible.chars().allMatch(Piece::isSpace);
  }

  static boolean isSpace(int character) {
    return Character.isWhitespace(character) || character == 0xA0;
  }
}
