package dev.yiben.pipeline.memory.exchange;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a foreign text: a run of text, or a code.
 *
 * @param kind what it is
 * @param value the text of a run; of a code, by what its fellow in the other language is known
 */
record Piece(Kind kind, String value) {
  enum Kind {
    TEXT,
    OPEN,
    CLOSE,
    ALONE
  }

  private static final String LINE_END = "line end";

  static Piece text(String text) {
    return new Piece(Kind.TEXT, text);
  }

  /** Returns the pieces of a text without markup: line ends and our own brackets are codes. */
  static List<Piece> plain(String text) {
    List<Piece> pieces = new ArrayList<>();
    StringBuilder run = new StringBuilder();
    String even = text.replace("\r\n", "\n").replace('\r', '\n');
    for (int i = 0; i < even.length(); i++) {
      char character = even.charAt(i);
      if (character == '\n' || character == '⟦' || character == '⟧') {
        pieces.add(text(run.toString()));
        run.setLength(0);
        pieces.add(new Piece(Kind.ALONE, character == '\n' ? LINE_END : String.valueOf(character)));
      } else if (!Character.isISOControl(character) || character == '\t') {
        run.append(character);
      }
    }
    pieces.add(text(run.toString()));
    return pieces;
  }
}
