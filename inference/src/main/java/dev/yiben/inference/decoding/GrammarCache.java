package dev.yiben.inference.decoding;

import dev.yiben.inference.OutputConstraint;
import dev.yiben.inference.gbnf.Gbnf;
import java.util.LinkedHashMap;
import java.util.Map;

/** The grammars that were asked for lately; may be used by several threads. */
public final class GrammarCache {
  private static final int MAX_GRAMMARS = 64;

  private final TokenTable tokens;
  private final Map<String, Grammar> grammars = new LinkedHashMap<>(16, 0.75f, true);

  /** Creates a cache for the grammars of a model. */
  public GrammarCache(TokenTable tokens) {
    this.tokens = tokens;
  }

  /**
   * Returns the grammar of a constraint.
   *
   * @throws IllegalArgumentException if the constraint is malformed or asks for what no grammar can
   *     be made of
   */
  public Grammar of(OutputConstraint constraint) {
    if (constraint instanceof OutputConstraint.Grammar grammar) {
      return of(grammar.gbnf());
    }
    throw new IllegalArgumentException("No grammar can be made of a JSON schema yet");
  }

  /**
   * Returns a grammar by its text in GBNF.
   *
   * @throws IllegalArgumentException if it is malformed; the message says where
   */
  public Grammar of(String gbnf) {
    synchronized (grammars) {
      Grammar known = grammars.get(gbnf);
      if (known != null) {
        return known;
      }
    }
    Grammar made = new Grammar(tokens, Gbnf.parse(gbnf));
    synchronized (grammars) {
      Grammar other = grammars.putIfAbsent(gbnf, made);
      if (grammars.size() > MAX_GRAMMARS) {
        grammars.remove(grammars.keySet().iterator().next());
      }
      return other == null ? made : other;
    }
  }
}
