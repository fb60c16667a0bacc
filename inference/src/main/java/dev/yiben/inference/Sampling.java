package dev.yiben.inference;

/**
 * How tokens are chosen.
 *
 * @param temperature 0 takes the most probable token
 * @param seed start of the random numbers for temperatures above 0
 */
public record Sampling(double temperature, int seed) {
  public Sampling {
    if (temperature < 0 || temperature > 5) {
      throw new IllegalArgumentException("The temperature must be from 0 to 5: " + temperature);
    }
  }

  /** Returns sampling that always takes the most probable token. */
  public static Sampling greedy() {
    return new Sampling(0, 0);
  }
}
