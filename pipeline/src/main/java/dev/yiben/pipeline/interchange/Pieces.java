package dev.yiben.pipeline.interchange;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Inline;
import dev.yiben.formats.document.InlineCode;
import dev.yiben.formats.document.InlineCode.Kind;
import dev.yiben.formats.document.TextRun;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Takes texts apart for files of XML.
 *
 * <p>A character that XML 1.0 cannot hold becomes a code of its own, such as {@code uC-1} for the
 * first form feed of a text, so that no tool can lose it unseen.
 */
final class Pieces {
  private static final int LONGEST_DISPLAY = 60;

  private final List<Piece> pieces = new ArrayList<>();
  private final Map<Integer, Integer> counts = new HashMap<>();
  private final StringBuilder run = new StringBuilder();

  private Pieces() {}

  /** Returns the pieces of a text in order. */
  static List<Piece> of(CodedText text) {
    Pieces all = new Pieces();
    for (Inline inline : text.content()) {
      if (inline instanceof TextRun plain) {
        plain.text().codePoints().forEach(all::add);
      } else {
        all.add((InlineCode) inline);
      }
    }
    all.flush();
    return all.pieces;
  }

  /** Returns a text that is only displayed, with nothing in it that XML cannot hold. */
  static String display(String text) {
    StringBuilder display = new StringBuilder();
    text.codePoints()
        .map(c -> isHeld(c) ? c : 0xFFFD)
        .map(c -> c == '\n' || c == '\r' || c == '\t' ? ' ' : c)
        .forEach(display::appendCodePoint);
    return display.toString();
  }

  /** Returns the beginning of a text that is only displayed. */
  static String shortDisplay(String text) {
    String display = display(text);
    return display.codePointCount(0, display.length()) <= LONGEST_DISPLAY
        ? display
        : display.substring(0, display.offsetByCodePoints(0, LONGEST_DISPLAY)) + "…";
  }

  private void add(int character) {
    if (isHeld(character)) {
      run.appendCodePoint(character);
    } else {
      flush();
      int count = counts.merge(character, 1, Integer::sum);
      String hexadecimal = Integer.toHexString(character).toUpperCase(Locale.ROOT);
      pieces.add(
          new Piece.Code(
              ReturnedText.CHARACTER + hexadecimal + "-" + count,
              Kind.STANDALONE,
              "U+" + hexadecimal,
              ""));
    }
  }

  private void add(InlineCode code) {
    flush();
    pieces.add(
        new Piece.Code(String.valueOf(code.number()), code.kind(), code.original(), code.text()));
  }

  private void flush() {
    if (!run.isEmpty()) {
      pieces.add(new Piece.Text(run.toString()));
      run.setLength(0);
    }
  }

  /** Returns whether XML can hold a character, and gives it back as it was. */
  private static boolean isHeld(int character) {
    return character == '\t'
        || character == '\n'
        || (character >= 0x20 && character <= 0xD7FF)
        || (character >= 0xE000 && character <= 0xFFFD)
        || character >= 0x10000;
  }
}
