package dev.yiben.inference.decoding;

import java.util.BitSet;
import java.util.Optional;

/**
 * Which tokens may come next, asked one by one while few are asked for, as most of the tokens that
 * a model wants are allowed; after that by the mask of all tokens.
 */
final class AllowedTokens {
  private static final int MAX_SINGLE = 2048;

  private final Optional<GrammarState> grammar;
  private BitSet mask;
  private int asked;

  AllowedTokens(Optional<GrammarState> grammar) {
    this.grammar = grammar;
    this.mask = grammar.map(GrammarState::knownMask).orElse(null);
  }

  boolean contains(int token) {
    if (mask == null) {
      if (grammar.isEmpty()) {
        return true;
      }
      if (asked++ < MAX_SINGLE) {
        return grammar.get().allows(token);
      }
      mask = grammar.get().mask();
    }
    return mask.get(token);
  }
}
