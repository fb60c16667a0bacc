package dev.yiben.formats.format.renpy;

import dev.yiben.formats.format.renpy.Piece.Kind;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds out which tags of a text are the halves of pairs. */
final class Pairs {
  private final int[] partners;

  private Pairs(int[] partners) {
    this.partners = partners;
  }

  /** Returns the index of the other half of a piece, or -1 if it has none that nests properly. */
  int partner(int piece) {
    return partners[piece];
  }

  /** Finds the pairs of a text. */
  static Pairs of(List<Piece> pieces) {
    int[] partners = new int[pieces.size()];
    Arrays.fill(partners, -1);
    Deque<Integer> open = new ArrayDeque<>();
    Map<String, Integer> openByName = new HashMap<>();
    for (int i = 0; i < partners.length; i++) {
      Piece piece = pieces.get(i);
      if (piece.is(Kind.OPEN)) {
        open.push(i);
        openByName.merge(piece.name(), 1, Integer::sum);
      } else if (piece.is(Kind.CLOSE) && openByName.getOrDefault(piece.name(), 0) > 0) {
        while (partners[i] < 0) {
          int candidate = open.pop();
          String name = pieces.get(candidate).name();
          openByName.merge(name, -1, Integer::sum);
          if (name.equals(piece.name())) {
            partners[i] = candidate;
            partners[candidate] = i;
          }
        }
      }
    }
    return new Pairs(partners);
  }
}
