package dev.yiben.formats.format.renpy;

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
}
