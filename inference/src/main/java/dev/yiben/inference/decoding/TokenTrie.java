package dev.yiben.inference.decoding;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The tokens of a model by their beginnings.
 *
 * <p>The nodes stand in the order of a walk that visits a node before those below it, so that such
 * a walk goes straight through memory and leaves out what is below a node by jumping to its end.
 */
final class TokenTrie {
  private final byte[] labels;
  private final short[] depths;
  private final int[] ends;
  private final int[] firstTokens;
  private final int[] tokens;
  private final int deepest;

  private TokenTrie(
      byte[] labels, short[] depths, int[] ends, int[] firstTokens, int[] tokens, int deepest) {
    this.labels = labels;
    this.depths = depths;
    this.ends = ends;
    this.firstTokens = firstTokens;
    this.tokens = tokens;
    this.deepest = deepest;
  }

  /** Follows the bytes of tokens from the states of a grammar. */
  interface Visitor<S> {
    /** Returns the state after a byte, or null if none of the tokens that go on so matters. */
    S after(S state, byte label);
  }

  static TokenTrie of(TokenTable table, BitSet text) {
    int[] sorted = sorted(table, text);
    byte[] bytes = table.bytes();
    int nodes = 1;
    int deepest = 0;
    for (int i = 0; i < sorted.length; i++) {
      nodes += table.length(sorted[i]) - shared(table, i, sorted);
      deepest = Math.max(deepest, table.length(sorted[i]));
    }
    if (deepest > Short.MAX_VALUE) {
      throw new IllegalArgumentException("A token of " + deepest + " bytes is no token");
    }
    byte[] labels = new byte[nodes];
    short[] depths = new short[nodes];
    int[] ends = new int[nodes];
    int[] firstTokens = new int[nodes + 1];
    int[] open = new int[deepest + 1];
    int depth = 0;
    int node = 1;
    for (int i = 0; i < sorted.length; i++) {
      int token = sorted[i];
      int shared = shared(table, i, sorted);
      while (depth > shared) {
        ends[open[depth--]] = node;
      }
      for (int at = shared; at < table.length(token); at++) {
        labels[node] = bytes[table.start(token) + at];
        depths[node] = (short) (at + 1);
        firstTokens[node] = i;
        open[++depth] = node++;
      }
      // Tokens of the same bytes follow each other, so the node's tokens end where the next begin.
      firstTokens[node] = i + 1;
    }
    while (depth >= 0) {
      ends[open[depth--]] = node;
    }
    return new TokenTrie(labels, depths, ends, firstTokens, sorted, deepest);
  }

  private static int[] sorted(TokenTable table, BitSet text) {
    byte[] bytes = table.bytes();
    return text.stream()
        .boxed()
        .sorted(
            (a, b) ->
                Arrays.compareUnsigned(
                    bytes,
                    table.start(a),
                    table.start(a) + table.length(a),
                    bytes,
                    table.start(b),
                    table.start(b) + table.length(b)))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static int shared(TokenTable table, int i, int[] sorted) {
    if (i == 0) {
      return 0;
    }
    int a = sorted[i - 1];
    int b = sorted[i];
    byte[] bytes = table.bytes();
    int mismatch =
        Arrays.mismatch(
            bytes,
            table.start(a),
            table.start(a) + table.length(a),
            bytes,
            table.start(b),
            table.start(b) + table.length(b));
    return mismatch < 0 ? table.length(b) : mismatch;
  }

  /** Adds the tokens whose every byte leads to a state. */
  <S> void collect(S start, Visitor<S> visitor, BitSet found) {
    Object[] states = new Object[deepest + 1];
    states[0] = start;
    int node = 1;
    while (node < labels.length) {
      int depth = depths[node];
      @SuppressWarnings("unchecked") // Only states of the visitor are put into the array.
      S before = (S) states[depth - 1];
      S after = visitor.after(before, labels[node]);
      if (after == null) {
        node = ends[node];
        continue;
      }
      states[depth] = after;
      for (int i = firstTokens[node]; i < firstTokens[node + 1]; i++) {
        found.set(tokens[i]);
      }
      node++;
    }
  }

  /**
   * Returns whether any token begins with some bytes, is longer, and leads to a state with every
   * byte after them.
   *
   * @param from where the bytes begin in the array; they go on to its end
   * @param start the state after the bytes
   */
  <S> boolean anyBelow(byte[] bytes, int from, S start, Visitor<S> visitor) {
    int above = 0;
    for (int i = from; i < bytes.length; i++) {
      above = child(above, bytes[i]);
      if (above < 0) {
        return false;
      }
    }
    Object[] states = new Object[deepest + 1];
    states[depths[above]] = start;
    int node = above + 1;
    while (node < ends[above]) {
      @SuppressWarnings("unchecked") // Only states of the visitor are put into the array.
      S before = (S) states[depths[node] - 1];
      S after = visitor.after(before, labels[node]);
      if (after == null) {
        node = ends[node];
        continue;
      }
      if (firstTokens[node] < firstTokens[node + 1]) {
        return true;
      }
      states[depths[node]] = after;
      node++;
    }
    return false;
  }

  private int child(int above, byte label) {
    int node = above + 1;
    while (node < ends[above] && labels[node] != label) {
      node = ends[node];
    }
    return node < ends[above] ? node : -1;
  }
}
