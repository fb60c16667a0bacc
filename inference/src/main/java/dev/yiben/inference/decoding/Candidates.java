package dev.yiben.inference.decoding;

import java.util.Arrays;

/** Tokens to draw from. */
final class Candidates {
  private static final int FIRST_COUNT = 256;

  private final int[] tokens;
  // How far the logit of each is below the best one's.
  private final float[] below;

  private Candidates(int[] tokens, float[] below) {
    this.tokens = tokens;
    this.below = below;
  }

  /** Returns the best tokens, the best one first. */
  static Candidates best(float[] logits, AllowedTokens allowed, int count, float most) {
    return of(logits, BestTokens.of(logits, allowed, count), most);
  }

  /** Returns all tokens whose weight is worth anything, in the order of their numbers. */
  static Candidates all(float[] logits, AllowedTokens allowed, float most, double temperature) {
    float least = (float) (most - Weights.RANGE * temperature);
    int[] tokens = new int[FIRST_COUNT];
    int size = 0;
    for (int token = 0; token < logits.length; token++) {
      if (logits[token] > least && allowed.contains(token)) {
        if (size == tokens.length) {
          tokens = Arrays.copyOf(tokens, 4 * size);
        }
        tokens[size++] = token;
      }
    }
    return of(logits, Arrays.copyOf(tokens, size), most);
  }

  /** Returns the best tokens that together have a part of the probability of all allowed ones. */
  static Candidates nucleus(float[] logits, AllowedTokens allowed, double part, float most) {
    double weight = all(logits, allowed, most, 1).weight();
    for (int count = FIRST_COUNT; ; count = Math.min(logits.length, 8 * count)) {
      Candidates best = best(logits, allowed, count, most);
      Candidates nucleus = best.nucleus(part, weight);
      if (nucleus.size() < best.size() || best.size() < count || count == logits.length) {
        return nucleus;
      }
    }
  }

  private static Candidates of(float[] logits, int[] tokens, float most) {
    float[] below = new float[tokens.length];
    for (int i = 0; i < tokens.length; i++) {
      below[i] = most - logits[tokens[i]];
    }
    return new Candidates(tokens, below);
  }

  int size() {
    return tokens.length;
  }

  double weight() {
    double weight = 0;
    for (float distance : below) {
      weight += Weights.of(distance);
    }
    return weight;
  }

  /** Returns the first tokens that together have a part of a weight. */
  Candidates nucleus(double part, double weight) {
    double sum = 0;
    for (int i = 0; i < size() && part < 1; i++) {
      sum += Weights.of(below[i]);
      if (sum >= part * weight) {
        return first(i + 1);
      }
    }
    return this;
  }

  private Candidates first(int count) {
    return new Candidates(Arrays.copyOf(tokens, count), Arrays.copyOf(below, count));
  }

  /** Returns the tokens that are not further below the best one than this logit, which is not. */
  Candidates above(float logit) {
    int[] keptTokens = new int[size()];
    float[] keptBelow = new float[size()];
    int kept = 0;
    for (int i = 0; i < size(); i++) {
      if (-below[i] >= logit) {
        keptTokens[kept] = tokens[i];
        keptBelow[kept++] = below[i];
      }
    }
    return new Candidates(keptTokens, keptBelow).first(kept);
  }

  /**
   * Returns a token by its probability.
   *
   * @param chance from 0 to 1
   */
  int draw(float temperature, double chance) {
    double[] sums = new double[size()];
    double sum = 0;
    for (int i = 0; i < size(); i++) {
      sum += Weights.of(below[i] / temperature);
      sums[i] = sum;
    }
    double drawn = chance * sum;
    int i = 0;
    while (i < size() - 1 && sums[i] <= drawn) {
      i++;
    }
    return tokens[i];
  }
}
