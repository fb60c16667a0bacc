package dev.yiben.inference.decoding;

import dev.yiben.inference.gbnf.Gbnf;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;

/** A grammar over the tokens of a model; may be used by several threads. */
public final class Grammar {
  /** Each takes a bit of every token of the model. */
  private static final int MAX_MASKS = 16;

  private final TokenTable tokens;
  private final GrammarProgram program;
  private Automaton automaton;
  private final Map<State, BitSet> masks = new LinkedHashMap<>(16, 0.75f, true);

  Grammar(TokenTable tokens, Gbnf grammar) {
    this.tokens = tokens;
    this.program = new GrammarProgram(grammar);
    this.automaton = new Automaton(program);
  }

  /** Returns the state before the first token. */
  public synchronized GrammarState start() {
    return new GrammarState(this, automaton.start());
  }

  TokenTable tokens() {
    return tokens;
  }

  /** Returns the state after a token that stands for text, or null if it may not come. */
  synchronized State after(State state, int token) {
    byte[] bytes = tokens.bytes();
    return after(state, bytes, tokens.start(token), tokens.start(token) + tokens.length(token));
  }

  private State after(State state, byte[] bytes, int from, int to) {
    State at = current(state);
    for (int i = from; i < to && at != null; i++) {
      at = automaton.after(at, bytes[i]);
    }
    return at;
  }

  /**
   * Returns a state in the automaton of now, which is a new one where the old one has grown big.
   */
  private State current(State state) {
    if (automaton.full()) {
      automaton = new Automaton(program);
    }
    return state.automaton == automaton ? state : automaton.adopt(state);
  }

  /** Returns the tokens that may come, not to be changed. */
  synchronized BitSet allowed(State state) {
    BitSet known = masks.get(state);
    if (known != null) {
      return known;
    }
    BitSet allowed = new BitSet(tokens.size());
    tokens.trie().collect(current(state), automaton::after, allowed);
    if (state.mayEnd) {
      allowed.or(tokens.ends());
    }
    masks.put(state, allowed);
    if (masks.size() > MAX_MASKS) {
      masks.remove(masks.keySet().iterator().next());
    }
    return allowed;
  }

  /** Returns the tokens that may come if they are known already, or null. */
  synchronized BitSet knownAllowed(State state) {
    return masks.get(state);
  }

  /** Returns whether a token longer than some bytes begins with them and may come. */
  synchronized boolean allowsLonger(State state, byte[] bytes, int from) {
    State after = after(state, bytes, 0, bytes.length);
    return after != null && tokens.trie().anyBelow(bytes, from, after, automaton::after);
  }

  /** Returns a measure of the memory that is used for what was found out. */
  synchronized int size() {
    return automaton.size();
  }

  /** Returns the bytes that must come, in whole characters. */
  synchronized byte[] forced(State state) {
    if (state.forced == null) {
      state.forced = new ForcedBytes(program, automaton).after(current(state));
    }
    return state.forced;
  }
}
