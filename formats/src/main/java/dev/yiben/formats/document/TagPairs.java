package dev.yiben.formats.document;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds out which tags of a text are the halves of pairs, as far as they are properly nested. */
public final class TagPairs {
  private final int[] partners;

  private TagPairs(int[] partners) {
    this.partners = partners;
  }

  /** A piece of a text. */
  public interface Piece {
    /** Returns whether it is the first half of a pair, if anything closes it. */
    boolean opens();

    /** Returns whether it is the second half of a pair, if anything of its name is open. */
    boolean closes();

    /** Returns the name of the tag, which is the same for both halves. */
    String name();
  }

  /** Returns the pairs of a text's pieces. */
  public static TagPairs of(List<? extends Piece> pieces) {
    int[] partners = new int[pieces.size()];
    Arrays.fill(partners, -1);
    Deque<Integer> open = new ArrayDeque<>();
    Map<String, Integer> openByName = new HashMap<>();
    for (int i = 0; i < partners.length; i++) {
      Piece piece = pieces.get(i);
      if (piece.opens()) {
        open.push(i);
        openByName.merge(piece.name(), 1, Integer::sum);
      } else if (piece.closes() && openByName.getOrDefault(piece.name(), 0) > 0) {
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
    return new TagPairs(partners);
  }

  /** Returns the index of the other half of a piece, or -1 if it has none that nests properly. */
  public int partner(int piece) {
    return partners[piece];
  }
}
