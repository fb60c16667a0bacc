package dev.yiben.inference.decoding;

import dev.yiben.inference.gbnf.Gbnf;
import java.util.BitSet;

/** A grammar over the tokens of a model; may be used by several threads. */
public final class Grammar {
  private static final int MAX_FORCED = 4096;

  private final TokenTable tokens;
  private final GrammarProgram program;
  private Automaton automaton;

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

  synchronized State after(State state, byte[] bytes, int from, int to) {
    State at = state;
    if (automaton.full()) {
      automaton = new Automaton(program);
      at = automaton.adopt(state);
    }
    for (int i = from; i < to && at != null; i++) {
      at = automaton.after(at, bytes[i]);
    }
    return at;
  }

  /** Returns the tokens that may come, not to be changed. */
  synchronized BitSet allowed(State state) {
    if (state.allowed == null) {
      BitSet allowed = new BitSet(tokens.size());
      tokens.trie().collect(state, automaton::after, allowed);
      if (state.mayEnd) {
        allowed.or(tokens.ends());
      }
      state.allowed = allowed;
    }
    return state.allowed;
  }

  /** Returns the bytes that must come, in whole characters. */
  synchronized byte[] forced(State state) {
    if (state.forced == null) {
      state.forced = new ForcedBytes(program, automaton).after(state, MAX_FORCED);
    }
    return state.forced;
  }
}
