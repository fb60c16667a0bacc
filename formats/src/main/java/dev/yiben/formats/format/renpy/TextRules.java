package dev.yiben.formats.format.renpy;

import java.util.stream.Stream;

/**
 * How the engine reads a text that it shows.
 *
 * @param tags the tags that it knows
 * @param percent whether it substitutes {@code %(name)s}, so that a percent sign is written twice;
 *     it does so in dialogue and choices unless the game says otherwise, and never in what
 *     translates a string
 */
record TextRules(TextTags tags, boolean percent) {
  /** Dialogue of a game of which nothing else is known. */
  static final TextRules DIALOGUE = new TextRules(TextTags.ENGINE, true);

  /** Strings of a game of which nothing else is known. */
  static final TextRules STRING = DIALOGUE.withPercent(false);

  TextRules withPercent(boolean substituted) {
    return new TextRules(tags, substituted);
  }

  /**
   * Returns whether dialogue is written for an engine that substitutes {@code %(name)s}: where it
   * has percent signs that would then fail, it is not.
   */
  static boolean substitutesPercent(Stream<String> texts) {
    return texts
        .filter(text -> text.indexOf('%') >= 0)
        .noneMatch(
            text ->
                PieceScanner.pieces(text, true).stream()
                    .anyMatch(piece -> piece.is(Piece.Kind.BROKEN_PERCENT)));
  }
}
