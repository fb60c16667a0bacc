package dev.yiben.formats.cue;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.InlineCode;
import java.util.Optional;

/**
 * The part of a cue that is translated: without the white space, tags and overrides at its edges
 * and those that wrap the whole of it, and without line breaks that are there only since the line
 * was full.
 *
 * <p>A line break that means something is a standalone code that shows a newline: before another
 * speaker's words, a line of a song or one in a style of its own.
 *
 * @param outerStart offset where the cue's text begins, with all that is at its edges
 * @param outerEnd offset where that ends
 * @param start offset where the part to translate begins
 * @param end offset where it ends
 * @param source its text with codes
 */
public record CueText(int outerStart, int outerEnd, int start, int end, CodedText source) {

  /** Returns the part of a cue to translate; nothing if it shows nothing. */
  public static Optional<CueText> of(String text, int start, int end, CueSyntax syntax) {
    return new CueReader(text, PieceList.of(text, syntax.pieces(text, start, end)))
        .read(start, end);
  }

  /** Returns whether a code is a line break. */
  static boolean isBreak(InlineCode code) {
    return code.text().equals("\n");
  }
}
