package dev.yiben.glossary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds what regular expressions keep as it is, such as the variables and commands of a game
 * engine; immutable and safe for use by several threads.
 */
public final class ProtectedPatterns {
  private final List<Expression> expressions;

  /**
   * Creates a finder. Letter case counts, unless an expression says otherwise with {@code (?i)}.
   *
   * @throws GlossaryException if an expression is wrong or matches the empty text
   */
  public ProtectedPatterns(List<String> expressions) {
    this.expressions =
        expressions.stream().map(expression -> Expression.of(expression, true)).toList();
  }

  /**
   * Returns what is kept in a text, in its order and without overlaps: what begins first, and of
   * those that begin at one place the longest. Each splice has the text that stands there.
   *
   * @throws GlossaryException if an expression takes too many steps on this text
   */
  public List<Splice> find(String text) {
    List<Splice> found = new ArrayList<>();
    for (Expression expression : expressions) {
      found.addAll(expression.find(text, Optional.empty()));
    }
    found.sort(
        Comparator.comparingInt(Splice::start)
            .thenComparing(Comparator.comparingInt(Splice::end).reversed()));
    List<Splice> kept = new ArrayList<>();
    int end = 0;
    for (Splice splice : found) {
      if (splice.start() >= end) {
        kept.add(splice);
        end = splice.end();
      }
    }
    return List.copyOf(kept);
  }
}
