package dev.yiben.inference.decoding;

import java.util.BitSet;

/** How far an answer is in its grammar; never changes. */
public final class GrammarState {
  private final Grammar grammar;
  private final State state;

  GrammarState(Grammar grammar, State state) {
    this.grammar = grammar;
    this.state = state;
  }

  /** Returns whether a token may come next; those that end the answer may where it may end. */
  public boolean allows(int token) {
    TokenTable tokens = grammar.tokens();
    if (!tokens.isText(token)) {
      return state.mayEnd && tokens.isEnd(token);
    }
    return grammar.after(state, token) != null;
  }

  /**
   * Returns the state after a token; that after one that ends the answer is the same.
   *
   * @throws IllegalArgumentException if the token may not come next
   */
  public GrammarState after(int token) {
    TokenTable tokens = grammar.tokens();
    if (!tokens.isText(token)) {
      if (state.mayEnd && tokens.isEnd(token)) {
        return this;
      }
      throw new IllegalArgumentException("Token " + token + " may not come next");
    }
    State after = grammar.after(state, token);
    if (after == null) {
      throw new IllegalArgumentException("Token " + token + " may not come next");
    }
    return new GrammarState(grammar, after);
  }

  /** Returns whether the answer may end here. */
  public boolean mayEnd() {
    return state.mayEnd;
  }

  /** Returns whether the answer must end here, as nothing more may come. */
  public boolean mustEnd() {
    return state.frames.isEmpty();
  }

  /** Returns the tokens that may come next; a copy. */
  public BitSet allowed() {
    return (BitSet) grammar.allowed(state).clone();
  }

  /**
   * Returns the bytes that must come next because the grammar leaves nothing else: whole characters
   * in UTF-8, none within a character or where the answer may end.
   */
  public byte[] forced() {
    return grammar.forced(state).clone();
  }

  /** Returns the tokens that may come next, not to be changed. */
  BitSet mask() {
    return grammar.allowed(state);
  }

  /** Returns the same if it is known already, or null. */
  BitSet knownMask() {
    return grammar.knownAllowed(state);
  }

  State state() {
    return state;
  }

  Grammar grammar() {
    return grammar;
  }
}
