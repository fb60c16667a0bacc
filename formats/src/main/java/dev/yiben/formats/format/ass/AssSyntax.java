package dev.yiben.formats.format.ass;

import dev.yiben.formats.cue.CueSyntax;
import dev.yiben.formats.cue.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a {@code Dialogue} line: overrides and remarks in braces, {@code \N}, {@code \n},
 * {@code \h}, and drawings, which are no text.
 *
 * @param softBreaks whether {@code \n} ends a line; else it shows a space
 */
record AssSyntax(boolean softBreaks) implements CueSyntax {
  private static final Pattern MARKUP =
      Pattern.compile(
          "(?<break>\\\\N[ \\t]*+)"
              + "|(?<soft>\\\\n[ \\t]*+)"
              + "|(?<space>\\\\h)"
              + "|(?<brace>\\\\?[{}])"
              + "|[\\p{Cc}&&[^\\t]]"
              + "|[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]"
              + "|\\p{Cs}");
  private static final Pattern BREAK = Pattern.compile(" ?\\\\[Nn] ?");

  @Override
  public List<Piece> pieces(String text, int start, int end) {
    List<Piece> pieces = new ArrayList<>();
    int lastClosing = end - 1;
    while (lastClosing >= start && text.charAt(lastClosing) != '}') {
      lastClosing--;
    }
    Matcher matcher = MARKUP.matcher(text).region(start, end);
    boolean drawing = false;
    int done = start;
    while (matcher.find()) {
      boolean block = matcher.group().equals("{") && matcher.start() < lastClosing;
      if (drawing && !block) {
        continue;
      }
      addText(pieces, text, done, matcher.start(), drawing);
      done = matcher.end();
      if (block) {
        done = text.indexOf('}', done) + 1;
        String tags = text.substring(matcher.start(), done);
        OptionalInt scale = OverrideTags.drawing(tags);
        drawing = scale.isPresent() ? scale.getAsInt() > 0 : drawing;
        pieces.add(block(matcher.start(), done, tags));
        matcher.region(done, end);
      } else {
        pieces.add(other(text, matcher));
      }
    }
    addText(pieces, text, done, end, drawing);
    return pieces;
  }

  private static void addText(
      List<Piece> pieces, String text, int start, int end, boolean drawing) {
    if (start < end) {
      pieces.add(
          drawing
              ? Piece.standalone(start, end, "")
              : Piece.text(start, end, text.substring(start, end)));
    }
  }

  private static Piece block(int start, int end, String tags) {
    return OverrideTags.change(tags)
        .map(
            change ->
                change.ends()
                    ? Piece.close(start, end, change.name())
                    : Piece.open(start, end, change.name()))
        .orElseGet(() -> Piece.standalone(start, end, ""));
  }

  private Piece other(String text, Matcher matcher) {
    int start = matcher.start();
    int end = matcher.end();
    if (matcher.group("break") != null || (softBreaks && matcher.group("soft") != null)) {
      return Piece.lineBreak(start, end);
    }
    if (matcher.group("soft") != null) {
      boolean spaced = start > 0 && text.charAt(start - 1) == ' ';
      return Piece.text(start, end, spaced ? "" : " ");
    }
    if (matcher.group("space") != null) {
      return Piece.text(start, end, "\u00A0");
    }
    String brace = matcher.group("brace");
    return Piece.standalone(start, end, brace == null ? "" : brace.substring(brace.length() - 1));
  }

  @Override
  public String lineBreak() {
    return "\\N";
  }

  /** Braces have no escape that all players know; their wide forms look alike. */
  @Override
  public String escape(String text) {
    return BREAK
        .matcher(text)
        .replaceAll(" ")
        .replace('{', '｛')
        .replace('}', '｝')
        .replace("\u00A0", "\\h");
  }

  @Override
  public String again(String original) {
    return OverrideTags.showsOnce(original) ? "" : original;
  }
}
