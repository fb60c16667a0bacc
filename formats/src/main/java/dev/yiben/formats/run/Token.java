package dev.yiben.formats.run;

import java.util.ArrayList;
import java.util.List;

/** What a segment consists of, before its codes have numbers. */
sealed interface Token {

  /** Text. */
  record Words(String value) implements Token {}

  /**
   * A standalone code.
   *
   * @param anchor whether it only marks a place
   */
  record Alone(boolean anchor, List<Piece> pieces, String shown) implements Token {
    Alone and(Alone next) {
      return new Alone(anchor && next.anchor, joined(pieces, next.pieces), shown + next.shown);
    }
  }

  /**
   * The first half of a pair.
   *
   * @param name what the look is called, if it is new
   */
  record Start(int pair, List<Piece> pieces, String name, RunStyle look) implements Token {
    Start with(List<Piece> before, List<Piece> after) {
      return new Start(pair, joined(joined(before, pieces), after), name, look);
    }
  }

  /** The second half of a pair. */
  record End(int pair, List<Piece> pieces) implements Token {
    End with(List<Piece> before, List<Piece> after) {
      return new End(pair, joined(joined(before, pieces), after));
    }
  }

  private static List<Piece> joined(List<Piece> first, List<Piece> second) {
    if (first.isEmpty() || second.isEmpty()) {
      return first.isEmpty() ? second : first;
    }
    List<Piece> joined = new ArrayList<>(first);
    joined.addAll(second);
    return joined;
  }
}
