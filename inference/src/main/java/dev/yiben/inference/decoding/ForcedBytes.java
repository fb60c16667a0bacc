package dev.yiben.inference.decoding;

import java.util.Arrays;

/** Finds what must come because nothing else may. */
final class ForcedBytes {
  private static final int MAX_LENGTH = 4096;

  private final GrammarProgram program;
  private final Automaton automaton;

  ForcedBytes(GrammarProgram program, Automaton automaton) {
    this.program = program;
    this.automaton = automaton;
  }

  /** Returns the bytes that must come after a state, in whole characters; none within one. */
  byte[] after(State start) {
    byte[] bytes = new byte[16];
    int length = 0;
    State state = start;
    int only = only(state);
    if (isContinuation(only)) {
      return new byte[0];
    }
    while (only >= 0 && length < MAX_LENGTH) {
      if (length == bytes.length) {
        bytes = Arrays.copyOf(bytes, 2 * length);
      }
      bytes[length++] = (byte) only;
      state = automaton.after(state, (byte) only);
      only = only(state);
    }
    return Arrays.copyOf(bytes, wholeCharacters(bytes, length));
  }

  /** Returns the length without the beginning of a character at the end. */
  private static int wholeCharacters(byte[] bytes, int length) {
    int start = length;
    while (start > 0 && isContinuation(bytes[start - 1] & 0xFF)) {
      start--;
    }
    if (start == 0) {
      return 0;
    }
    int lead = bytes[start - 1] & 0xFF;
    int following = lead < 0xC0 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
    return length - start == following ? length : start - 1;
  }

  private static boolean isContinuation(int value) {
    return value >= 0x80 && value < 0xC0;
  }

  /** Returns the only byte that may come, or -1 if others may, or nothing need come. */
  private int only(State state) {
    if (state.mayEnd) {
      return -1;
    }
    int only = -1;
    for (Frame frame : state.frames) {
      int value = only(frame);
      if (value < 0 || (only >= 0 && only != value)) {
        return -1;
      }
      only = value;
    }
    return only;
  }

  private int only(Frame frame) {
    if (frame.element instanceof Element.Literal literal) {
      return literal.bytes[frame.progress] & 0xFF;
    }
    int[] runs = program.places().runs(frame.progress);
    int only = -1;
    for (int at = 0; at < runs.length; at += 2) {
      if (runs[at + 1] != Utf8Places.NOWHERE) {
        int end = at + 2 < runs.length ? runs[at + 2] : 256;
        if (only >= 0 || end - runs[at] > 1) {
          return -1;
        }
        only = runs[at];
      }
    }
    return only;
  }
}
