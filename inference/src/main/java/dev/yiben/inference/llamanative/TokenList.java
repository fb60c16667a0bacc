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

  void addAll(int[] more) {
    for (int token : more) {
      add(token);
    }
  }

  /** Leaves only the first ones. */
  void keep(int count) {
    size = count;
  }

  int[] toArray() {
    return Arrays.copyOf(tokens, size);
  }

  /** Returns how many tokens at the beginning are those of a prompt. */
  int common(int[] prompt) {
    int most = Math.min(size, prompt.length);
    int mismatch = Arrays.mismatch(tokens, 0, most, prompt, 0, most);
    return mismatch < 0 ? most : mismatch;
  }
}
