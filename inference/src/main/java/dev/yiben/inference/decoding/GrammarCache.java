package dev.yiben.inference.decoding;

import dev.yiben.inference.OutputConstraint;
import dev.yiben.inference.gbnf.Gbnf;
import java.util.LinkedHashMap;
import java.util.Map;

/** The grammars that were asked for lately; may be used by several threads. */
public final class GrammarCache {
  private static final int MAX_GRAMMARS = 64;

  /** States and places of all grammars together, of which each takes a few hundred bytes. */
  private static final int MAX_SIZE = 1 << 19;

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
    return of(JsonSchemaGrammar.of(((OutputConstraint.JsonSchema) constraint).schema()));
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
      while (grammars.size() > MAX_GRAMMARS || (grammars.size() > 1 && size() > MAX_SIZE)) {
        grammars.remove(grammars.keySet().iterator().next());
      }
      return other == null ? made : other;
    }
  }

  private long size() {
    return grammars.values().stream().mapToLong(Grammar::size).sum();
  }
}
