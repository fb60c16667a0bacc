package dev.yiben.formats.pdf.typeset;

import dev.yiben.formats.pdf.font.FaceRun;
import java.util.List;

/**
 * A piece of a passage within which no line ends, of one look and direction.
 *
 * @param kind what it is
 * @param item the item that it is of
 * @param text as it is drawn, in the order of characters; empty for gaps and drawings
 * @param runs the same text, by its fonts
 * @param width in em of the passage
 * @param hang how much of the width is blank at the end of a line, in em of the passage
 * @param level of its direction; odd if from right to left (UAX 9)
 * @param after what is between it and the next
 */
record Atom(
    Kind kind,
    Item item,
    String text,
    List<FaceRun> runs,
    double width,
    double hang,
    int level,
    Break after) {
  /** What an atom is. */
  enum Kind {
    WORD,
    /** Vanishes where a line ends. */
    SPACE,
    /** Parts scripts that are written without spaces from others; vanishes where a line ends. */
    GAP,
    INSET
  }

  /** What may be after an atom. */
  enum Break {
    NONE,
    /** The end of a line. */
    LINE,
    /** The end of a line with a hyphen. */
    HYPHEN
  }

  /** Returns whether it vanishes where a line ends. */
  boolean isGlue() {
    return kind == Kind.SPACE || kind == Kind.GAP;
  }

  /** Returns the same atom before something else. */
  Atom before(Break other) {
    return new Atom(kind, item, text, runs, width, hang, level, other);
  }

  /** Returns the same atom as another kind. */
  Atom as(Kind other) {
    return new Atom(other, item, text, runs, width, hang, level, after);
  }

  /** Returns its look; that of a drawing is never asked for. */
  Look look() {
    return item instanceof Item.Text text ? text.look() : null;
  }
}
