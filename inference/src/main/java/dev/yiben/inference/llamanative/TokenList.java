package dev.yiben.inference.llamanative;

import java.util.Arrays;

/** Numbers of tokens in a row. */
final class TokenList {
  private int[] tokens = new int[64];
  private int size;

  int size() {
    return size;
  }

  int get(int index) {
    return tokens[index];
  }

  void add(int token) {
    if (size == tokens.length) {
      tokens = Arrays.copyOf(tokens, size * 2);
    }
    tokens[size++] = token;
  }

  void addAll(int[] more, int from, int to) {
    if (size + to - from > tokens.length) {
      tokens = Arrays.copyOf(tokens, Math.max(2 * tokens.length, size + to - from));
    }
    System.arraycopy(more, from, tokens, size, to - from);
    size += to - from;
  }

  /** Leaves only the first ones. */
  void keep(int count) {
    size = count;
  }

  /** Leaves out the first ones. */
  void drop(int count) {
    System.arraycopy(tokens, count, tokens, 0, size - count);
    size -= count;
  }

  /** Returns the last ones, of which there may be fewer. */
  int[] last(int count) {
    return Arrays.copyOfRange(tokens, Math.max(0, size - count), size);
  }

  int[] toArray() {
    return Arrays.copyOf(tokens, size);
  }

  boolean equalTo(int[] other) {
    return Arrays.equals(tokens, 0, size, other, 0, other.length);
  }

  /** Returns how many are the same as those from a place of a prompt on. */
  int common(int[] prompt, int from) {
    int most = Math.min(size, prompt.length - from);
    int mismatch = Arrays.mismatch(tokens, 0, most, prompt, from, from + most);
    return mismatch < 0 ? most : mismatch;
  }
}
