package dev.yiben.inference.decoding;

import java.util.List;

/** All that may be at a place of an answer, with what has been found out about it so far. */
final class State {
  /** What it belongs to. */
  final Automaton automaton;

  /** The places, of which each waits for a byte. */
  final List<Frame> frames;

  final boolean mayEnd;

  /** The states after a byte of each kind; null where that is not known yet. */
  final State[] next;

  /** The bytes that must come, or null if they are not known yet. */
  byte[] forced;

  State(Automaton automaton, List<Frame> frames, boolean mayEnd, int kinds) {
    this.automaton = automaton;
    this.frames = frames;
    this.mayEnd = mayEnd;
    this.next = new State[kinds];
  }
}
