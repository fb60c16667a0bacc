package dev.yiben.inference.decoding;

/**
 * Powers of e for the weights of tokens, from a table: quick, the same on every machine, and exact
 * to seven digits.
 */
final class Weights {
  /** What is further below the best logit has no weight. */
  static final int RANGE = 32;

  private static final int STEPS = 128;
  private static final double[] TABLE = new double[RANGE * STEPS + 1];

  static {
    for (int i = 0; i < TABLE.length; i++) {
      TABLE[i] = StrictMath.exp(-(double) i / STEPS);
    }
  }

  private Weights() {}

  /** Returns e to the power of {@code -below}, which is not negative; 0 beyond the range. */
  static double of(float below) {
    if (!(below < RANGE)) {
      return 0;
    }
    int step = (int) (below * STEPS);
    double rest = below - (double) step / STEPS;
    return TABLE[step] * (1 - rest * (1 - rest * (0.5 - rest / 6)));
  }

  /** Returns the sum of the weights of all logits, none of which is above {@code most}. */
  static double sum(float[] logits, float most) {
    double even = 0;
    double odd = 0;
    int i = 0;
    // Two sums, as one would wait for each addition before the next.
    for (; i + 1 < logits.length; i += 2) {
      even += of(most - logits[i]);
      odd += of(most - logits[i + 1]);
    }
    return i < logits.length ? even + odd + of(most - logits[i]) : even + odd;
  }
}
