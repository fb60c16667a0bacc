package dev.yiben.formats.format.renpy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A line of a script as the engine sees it: without indentation, comments and carriage returns,
 * with private names spelled out, and across physical lines where brackets or strings are open.
 */
final class LogicalLine {
  private static final int PAIR = 2;

  private final int number;
  private final int indent;
  private final String text;
  private final int[] pieces;
  private final int end;
  private List<LogicalLine> block = List.of();

  /**
   * Creates a line without a block.
   *
   * @param number number of its first physical line, from 1
   * @param indent number of spaces before it
   * @param text the line after these spaces
   * @param pieces where it comes from: pairs of a position in the text and the offset in the file
   *     of what begins there, ascending
   * @param end the offset in the file of its end
   */
  LogicalLine(int number, int indent, String text, int[] pieces, int end) {
    this.number = number;
    this.indent = indent;
    this.text = text;
    this.pieces = pieces;
    this.end = end;
  }

  /** Creates a line that stands in the file as it is. */
  LogicalLine(int number, int indent, String text, int[] piece) {
    this(number, indent, text, piece, piece[1] + text.length());
  }

  int number() {
    return number;
  }

  int indent() {
    return indent;
  }

  String text() {
    return text;
  }

  /** Returns the lines that are indented below this one. */
  List<LogicalLine> block() {
    return Collections.unmodifiableList(block);
  }

  void addToBlock(LogicalLine line) {
    if (block.isEmpty()) {
      block = new ArrayList<>();
    }
    block.add(line);
  }

  /** Returns the offset in the file of the character at a position of the text. */
  int start(int position) {
    int piece = piece(position);
    return Math.min(pieces[piece + 1] + position - pieces[piece], limit(piece));
  }

  /** Returns the offset in the file of the end of the character before a position of the text. */
  int end(int position) {
    if (position == 0) {
      return start(0);
    }
    int piece = piece(position - 1);
    return Math.min(pieces[piece + 1] + position - pieces[piece], limit(piece));
  }

  private int piece(int position) {
    int low = 0;
    int high = pieces.length / PAIR - 1;
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (pieces[middle * PAIR] <= position) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low * PAIR;
  }

  /** A name that was spelled out is longer than what stands in the file. */
  private int limit(int piece) {
    return piece + PAIR < pieces.length ? pieces[piece + PAIR + 1] : end;
  }
}
