package dev.yiben.formats.cue;

import java.util.List;

/** How a format writes the text of a cue. */
public interface CueSyntax {

  /**
   * Returns the pieces of a range of a file's text, which together are the whole of it, in linear
   * time.
   *
   * <p>A tag that never closes is an opening one all the same; {@link CueText} sees what pairs.
   */
  List<Piece> pieces(String text, int start, int end);

  /** Returns what ends a line within a cue, such as a line feed or {@code \N}. */
  String lineBreak();

  /** Returns how text is written that must not be read as markup. */
  default String escape(String text) {
    return text;
  }

  /**
   * Returns the lines of a cue, changed as little as needed where they would be read as the
   * structure of the file, such as a timing line.
   *
   * @param following the file's text from the end of the cue's text, or the beginning of that
   */
  default String guard(String lines, String following) {
    return lines;
  }

  /**
   * Returns how a code is written that stands in a cue already, which shows both languages; empty
   * for one that may stand there but once, such as a time within the cue.
   */
  default String again(String original) {
    return original;
  }
}
