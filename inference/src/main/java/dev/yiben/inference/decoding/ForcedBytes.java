package dev.yiben.inference.decoding;

import java.util.Arrays;

/** Finds what must come because nothing else may. */
final class ForcedBytes {
  private final GrammarProgram program;
  private final Automaton automaton;

  ForcedBytes(GrammarProgram program, Automaton automaton) {
    this.program = program;
    this.automaton = automaton;
  }

  /** Returns the bytes that must come after a state, in whole characters; none within one. */
  byte[] after(State start, int most) {
    byte[] bytes = new byte[16];
    int length = 0;
    int whole = 0;
    State state = start;
    while (state != null && length < most) {
      int value = only(state);
      if (value < 0 || (length == 0 && isContinuation(value))) {
        if (value < 0 && length > 0 && !isWithinCharacter(state)) {
          whole = length;
        }
        break;
      }
      if (!isContinuation(value)) {
        whole = length;
      }
      if (length == bytes.length) {
        bytes = Arrays.copyOf(bytes, 2 * length);
      }
      bytes[length++] = (byte) value;
      state = automaton.after(state, (byte) value);
    }
    return Arrays.copyOf(bytes, whole);
  }

  private static boolean isContinuation(int value) {
    return (value & 0xC0) == 0x80;
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

  /** Whether the next byte of all that may come is the continuation of a character. */
  private boolean isWithinCharacter(State state) {
    for (Frame frame : state.frames) {
      if (frame.element instanceof Element.Literal literal
          ? isContinuation(literal.bytes[frame.progress] & 0xFF)
          : frame.progress != ((Element.OneOf) frame.element).place) {
        return true;
      }
    }
    return false;
  }
}
