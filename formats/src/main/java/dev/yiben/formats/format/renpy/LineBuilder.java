package dev.yiben.formats.format.renpy;

import java.util.Arrays;

/** Collects what of a file makes up a logical line, without copying where it is of one piece. */
final class LineBuilder {
  private static final int FEW = 8;

  private final String file;
  private final StringBuilder text = new StringBuilder();
  private int[] pieces = new int[FEW];
  private int used;
  private int openStart;
  private int openEnd;

  LineBuilder(String file) {
    this.file = file;
  }

  /** Begins an empty line. */
  void clear(int offset) {
    text.setLength(0);
    used = 0;
    openStart = offset;
    openEnd = offset;
  }

  /** Adds a range of the file. */
  void keep(int start, int end) {
    if (start != openEnd) {
      flush();
      openStart = start;
    }
    openEnd = end;
  }

  /** Adds text in the place of a range of the file. */
  void put(String replacement, int start, int end) {
    flush();
    piece(text.length(), start);
    text.append(replacement);
    openStart = end;
    openEnd = end;
  }

  private void flush() {
    if (openEnd > openStart) {
      piece(text.length(), openStart);
      text.append(file, openStart, openEnd);
    }
  }

  private void piece(int position, int offset) {
    if (used == pieces.length) {
      pieces = Arrays.copyOf(pieces, used * 2);
    }
    pieces[used++] = position;
    pieces[used++] = offset;
  }

  /** Returns the line, which has something besides white space. */
  LogicalLine line(int number) {
    String whole;
    if (used == 0) {
      whole = file.substring(openStart, openEnd);
      piece(0, openStart);
    } else {
      flush();
      whole = text.toString();
    }
    int indent = 0;
    while (whole.charAt(indent) == ' ') {
      indent++;
    }
    int[] shifted = Arrays.copyOf(pieces, used);
    for (int i = 0; i < used; i += 2) {
      shifted[i] -= indent;
    }
    return new LogicalLine(number, indent, whole.substring(indent), shifted, openEnd);
  }

  /** Returns whether there is nothing besides white space. */
  boolean isBlank() {
    for (int i = 0; i < text.length(); i++) {
      if (!ScriptCharacters.isSpace(text.charAt(i))) {
        return false;
      }
    }
    for (int i = openStart; i < openEnd; i++) {
      if (!ScriptCharacters.isSpace(file.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
