package dev.yiben.inference.decoding;

import java.util.Arrays;

/**
 * The allowed tokens with the highest logits, in their order; of equal ones the first token comes
 * first.
 */
final class BestTokens {
  private BestTokens() {}

  /** Returns the best token of all, or -1 if no logit is a number above negative infinity. */
  static int first(float[] logits) {
    int best = -1;
    float most = Float.NEGATIVE_INFINITY;
    for (int token = above(logits, most, 0);
        token < logits.length;
        token = above(logits, most, token + 1)) {
      most = logits[token];
      best = token;
    }
    return best;
  }

  /** Returns the best allowed token, or -1 if there is none. */
  static int first(float[] logits, AllowedTokens allowed) {
    int best = first(logits);
    if (best < 0 || allowed.contains(best)) {
      return best;
    }
    best = -1;
    float most = Float.NEGATIVE_INFINITY;
    for (int token = above(logits, most, 0);
        token < logits.length;
        token = above(logits, most, token + 1)) {
      if (allowed.contains(token)) {
        most = logits[token];
        best = token;
      }
    }
    return best;
  }

  /** Returns the best allowed tokens, the best one first. */
  static int[] of(float[] logits, AllowedTokens allowed, int count) {
    long[] best = new long[(int) Math.min(2L * count, logits.length)];
    int size = 0;
    float least = Float.NEGATIVE_INFINITY;
    for (int token = above(logits, least, 0);
        token < logits.length;
        token = above(logits, least, token + 1)) {
      if (allowed.contains(token)) {
        best[size++] = key(logits[token], token);
        if (size == 2L * count) {
          Arrays.sort(best);
          size = count;
          least = logits[token(best[count - 1])];
        }
      }
    }
    Arrays.sort(best, 0, size);
    return Arrays.stream(best).limit(Math.min(size, count)).mapToInt(BestTokens::token).toArray();
  }

  /** Returns the first token from a place on whose logit is above another; the length if none. */
  private static int above(float[] logits, float least, int from) {
    int token = from;
    // A comparison that is nearly never true costs little; eight of them hide the loop around.
    while (token + 7 < logits.length
        && !(logits[token] > least
            || logits[token + 1] > least
            || logits[token + 2] > least
            || logits[token + 3] > least
            || logits[token + 4] > least
            || logits[token + 5] > least
            || logits[token + 6] > least
            || logits[token + 7] > least)) {
      token += 8;
    }
    while (token < logits.length && !(logits[token] > least)) {
      token++;
    }
    return token;
  }

  /** Returns what sorts higher logits first, then lower tokens. */
  private static long key(float logit, int token) {
    int bits = Float.floatToIntBits(logit);
    int ascending = bits >= 0 ? bits : bits ^ Integer.MAX_VALUE;
    return ((long) ~ascending << 32) | token;
  }

  private static int token(long key) {
    return (int) key;
  }
}
