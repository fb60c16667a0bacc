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
    int token = 0;
    // A comparison that is nearly never true costs little; eight of them hide the loop around.
    for (; token + 7 < logits.length; token += 8) {
      if (logits[token] > most
          || logits[token + 1] > most
          || logits[token + 2] > most
          || logits[token + 3] > most
          || logits[token + 4] > most
          || logits[token + 5] > most
          || logits[token + 6] > most
          || logits[token + 7] > most) {
        for (int i = token; i < token + 8; i++) {
          if (logits[i] > most) {
            most = logits[i];
            best = i;
          }
        }
      }
    }
    for (; token < logits.length; token++) {
      if (logits[token] > most) {
        most = logits[token];
        best = token;
      }
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
    for (int token = 0; token < logits.length; token++) {
      if (logits[token] > most && allowed.contains(token)) {
        most = logits[token];
        best = token;
      }
    }
    return best;
  }

  /**
   * Returns the best allowed tokens, the best one first.
   *
   * @param above logits that are not above this are left out
   */
  static int[] of(float[] logits, AllowedTokens allowed, int count, float above) {
    long[] best = new long[(int) Math.min(2L * count, logits.length)];
    int size = 0;
    float least = above;
    for (int token = 0; token < logits.length; token++) {
      if (logits[token] > least && allowed.contains(token)) {
        if (size == best.length) {
          Arrays.sort(best);
          size = count;
          least = logits[token(best[count - 1])];
          if (!(logits[token] > least)) {
            continue;
          }
        }
        best[size++] = key(logits[token], token);
      }
    }
    Arrays.sort(best, 0, size);
    return Arrays.stream(best).limit(Math.min(size, count)).mapToInt(BestTokens::token).toArray();
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
