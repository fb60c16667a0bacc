package dev.yiben.formats.run;

/** A piece of a code as it is written again. */
public sealed interface Piece {

  /** What stands between runs. */
  record Between(int start, int end) implements Piece {}

  /**
   * A whole run, which goes if what stands in it does.
   *
   * @param contentStart where what stands in it begins, after its properties
   */
  record WholeRun(int start, int end, int contentStart, int contentEnd) implements Piece {}

  /** What stands in a run of that look. */
  record InRun(int start, int end, RunStyle style) implements Piece {}

  /** Characters that are not to be translated, such as those of a symbol font. */
  record Characters(String text, RunStyle style) implements Piece {}
}
