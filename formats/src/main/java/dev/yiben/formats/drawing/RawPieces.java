package dev.yiben.formats.drawing;

import dev.yiben.formats.markup.Characters;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts markup without tags at what is no text but a code. */
final class RawPieces {
  /** A tab, of which {@code a:t} has many. */
  static final Pattern TAB = Pattern.compile("\\t|&#(?:0*9|[xX]0*9);");

  /** Line ends and tabs of an element without markup. */
  static final Pattern SPACE =
      Pattern.compile("(?:[\\t\\n\\r]|&#(?:0*(?:9|10|13)|[xX]0*[9aAdD]);)++");

  /** Line ends and tabs that an attribute has as references; others are spaces (XML 1.0, 3.3.3). */
  static final Pattern BREAK = Pattern.compile("(?:&#(?:0*(?:9|10|13)|[xX]0*[9aAdD]);)++");

  /**
   * A piece of markup.
   *
   * @param start offset in the part
   * @param text what it says
   * @param isCode whether it is no text
   */
  record Piece(int start, int end, String text, boolean isCode) {}

  private RawPieces() {}

  static List<Piece> split(String part, int start, int end, Pattern codes) {
    List<Piece> pieces = new ArrayList<>();
    Matcher matcher = codes.matcher(part).region(start, end);
    int from = start;
    while (matcher.find()) {
      add(part, from, matcher.start(), false, pieces);
      add(part, matcher.start(), matcher.end(), true, pieces);
      from = matcher.end();
    }
    add(part, from, end, false, pieces);
    return pieces;
  }

  private static void add(String part, int start, int end, boolean isCode, List<Piece> pieces) {
    if (start < end) {
      pieces.add(new Piece(start, end, Characters.decode(part, start, end), isCode));
    }
  }
}
