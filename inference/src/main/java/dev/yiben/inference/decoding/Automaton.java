package dev.yiben.inference.decoding;

import dev.yiben.inference.InferenceException;
import java.nio.IntBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The states of a grammar and what leads from one to another, found out when they are first asked
 * for.
 *
 * <p>A grammar may refer to itself, so that a state is a set of stacks of places rather than of
 * places; stacks share what is below.
 */
final class Automaton {
  private static final int MAX_STATES = 1 << 15;
  private static final int MAX_FRAMES = 1 << 18;
  private static final int MAX_FRAMES_OF_STATE = 1 << 13;
  private static final int MAX_DEPTH = 1 << 14;

  private record FrameKey(Element element, int progress, Frame below) {}

  private final GrammarProgram program;
  private final Map<FrameKey, Frame> frames = new HashMap<>();
  private final Map<IntBuffer, State> states = new HashMap<>();
  private final State dead;

  Automaton(GrammarProgram program) {
    this.program = program;
    this.dead = new State(this, List.of(), false, program.kindCount());
  }

  /** Returns whether so much has been found out that beginning anew is better than going on. */
  boolean full() {
    return states.size() >= MAX_STATES || frames.size() >= MAX_FRAMES;
  }

  /** Returns the number of states and places that are held. */
  int size() {
    return states.size() + frames.size();
  }

  State start() {
    Step step = new Step();
    step.enter(program.start(), null);
    return step.state();
  }

  /** Returns the state of another automaton of the same grammar, in this one. */
  State adopt(State other) {
    Step step = new Step();
    Map<Frame, Frame> copies = new HashMap<>();
    for (Frame frame : other.frames) {
      step.add(copy(frame, copies));
    }
    step.mayEnd = other.mayEnd;
    return step.state();
  }

  private Frame copy(Frame frame, Map<Frame, Frame> copies) {
    Deque<Frame> chain = new ArrayDeque<>();
    Frame at = frame;
    while (at != null && !copies.containsKey(at)) {
      chain.push(at);
      at = at.below;
    }
    Frame copy = at == null ? null : copies.get(at);
    for (Frame original : chain) {
      copy = frame(original.element, original.progress, copy);
      copies.put(original, copy);
    }
    return copy;
  }

  /** Returns the state after a byte, or null if it may not come. */
  State after(State state, byte value) {
    int kind = program.kind(value);
    State known = state.next[kind];
    if (known == null) {
      known = step(state, value);
      state.next[kind] = known;
    }
    return known == dead ? null : known;
  }

  private State step(State state, byte value) {
    Step step = new Step();
    for (Frame frame : state.frames) {
      if (frame.element instanceof Element.Literal literal) {
        if (literal.bytes[frame.progress] == value) {
          if (frame.progress + 1 < literal.bytes.length) {
            step.add(frame(literal, frame.progress + 1, frame.below));
          } else {
            step.resume(literal.next, frame.below);
          }
        }
      } else {
        int place = program.places().after(frame.progress, value & 0xFF);
        if (place == Utf8Places.DONE) {
          step.resume(frame.element.next, frame.below);
        } else if (place != Utf8Places.NOWHERE) {
          step.add(frame(frame.element, place, frame.below));
        }
      }
    }
    return step.state();
  }

  private Frame frame(Element element, int progress, Frame below) {
    FrameKey key = new FrameKey(element, progress, below);
    Frame frame = frames.get(key);
    if (frame == null) {
      if (below != null && below.depth >= MAX_DEPTH) {
        throw tooComplex("the answer is nested too deeply");
      }
      frame = new Frame(frames.size(), element, progress, below);
      frames.put(key, frame);
    }
    return frame;
  }

  private static InferenceException tooComplex(String why) {
    return new InferenceException(
        InferenceException.Category.USER, "The grammar is too complex: " + why);
  }

  /** The state after a byte in the making. */
  private final class Step {
    private final Set<Frame> seen = new HashSet<>();
    private final List<Frame> waiting = new ArrayList<>();
    private final Deque<Frame> open = new ArrayDeque<>();
    private boolean mayEnd;

    /** Goes on with what comes after an element. */
    void resume(Element next, Frame below) {
      open(next, below);
      expand();
    }

    void enter(Alternatives alternatives, Frame below) {
      open(alternatives, below);
      expand();
    }

    private void expand() {
      while (!open.isEmpty()) {
        Frame frame = open.pop();
        if (frame.element instanceof Element.Choice choice) {
          open(choice.alternatives, after(frame));
        } else if (frame.element instanceof Element.Repetition repetition) {
          open(repetition, frame);
        }
      }
    }

    /** Returns where to go on after an element, which is nowhere new at the end of a sequence. */
    private Frame after(Frame frame) {
      return frame.element.next == null ? frame.below : frame(frame.element.next, frame.below);
    }

    private Frame frame(Element element, Frame below) {
      int progress = element instanceof Element.OneOf character ? character.place : 0;
      return Automaton.this.frame(element, progress, below);
    }

    private void open(Element element, Frame below) {
      if (element != null) {
        add(frame(element, below));
      } else if (below != null) {
        add(below);
      } else {
        mayEnd = true;
      }
    }

    private void open(Alternatives alternatives, Frame below) {
      for (Alternatives.Sequence sequence : alternatives.sequences()) {
        open(sequence.first(), below);
      }
    }

    private void open(Element.Repetition repetition, Frame frame) {
      int times = frame.progress;
      if (times >= repetition.least) {
        open(repetition.next, frame.below);
      }
      if (times < repetition.most) {
        int more =
            repetition.most == Integer.MAX_VALUE
                ? Math.min(times + 1, repetition.least)
                : times + 1;
        open(
            repetition.alternatives,
            more == repetition.most
                ? after(frame)
                : Automaton.this.frame(repetition, more, frame.below));
      }
    }

    void add(Frame frame) {
      if (!seen.add(frame)) {
        return;
      }
      if (seen.size() > MAX_FRAMES_OF_STATE) {
        throw tooComplex("more than " + MAX_FRAMES_OF_STATE + " ways to go on");
      }
      if (frame.element instanceof Element.Literal || frame.element instanceof Element.OneOf) {
        waiting.add(frame);
      } else {
        open.push(frame);
      }
    }

    State state() {
      if (waiting.isEmpty() && !mayEnd) {
        return dead;
      }
      waiting.sort(Comparator.comparingInt(frame -> frame.number));
      int[] key = new int[waiting.size() + 1];
      for (int i = 0; i < waiting.size(); i++) {
        key[i] = waiting.get(i).number;
      }
      key[waiting.size()] = mayEnd ? 1 : 0;
      return states.computeIfAbsent(
          IntBuffer.wrap(key),
          any -> new State(Automaton.this, List.copyOf(waiting), mayEnd, program.kindCount()));
    }
  }
}
