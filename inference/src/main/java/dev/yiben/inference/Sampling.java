package dev.yiben.inference;

/**
 * How tokens are chosen.
 *
 * @param temperature 0 takes the most probable token, whatever the rest says
 * @param seed start of the random numbers for temperatures above 0
 * @param topK how many of the most probable tokens are drawn from; 0 for all
 * @param topP the most probable tokens that together have this probability are drawn from; 1 for
 *     all
 * @param minP tokens below this part of the most probable one's probability are left out; 0 for
 *     none
 * @param repeatPenalty divides the weight of tokens that came before; 1 for no penalty
 * @param frequencyPenalty taken from the weight of a token for each time that it came before
 * @param presencePenalty taken from the weight of every token that came before
 */
public record Sampling(
    double temperature,
    int seed,
    int topK,
    double topP,
    double minP,
    double repeatPenalty,
    double frequencyPenalty,
    double presencePenalty) {
  /** Beyond this all tokens are about equally likely. */
  public static final double HIGHEST_TEMPERATURE = 5;

  public Sampling {
    require(
        temperature >= 0 && temperature <= HIGHEST_TEMPERATURE,
        "temperature must be from 0 to 5",
        temperature);
    require(topK >= 0, "top-k must not be negative", topK);
    require(topP > 0 && topP <= 1, "top-p must be above 0 and at most 1", topP);
    require(minP >= 0 && minP <= 1, "min-p must be from 0 to 1", minP);
    require(
        repeatPenalty >= 0.5 && repeatPenalty <= 2,
        "repeat penalty must be from 0.5 to 2",
        repeatPenalty);
    require(
        Math.abs(frequencyPenalty) <= 2,
        "frequency penalty must be from -2 to 2",
        frequencyPenalty);
    require(
        Math.abs(presencePenalty) <= 2, "presence penalty must be from -2 to 2", presencePenalty);
  }

  /** Returns sampling that always takes the most probable token. */
  public static Sampling greedy() {
    return of(0, 0);
  }

  /** Returns sampling by temperature alone. */
  public static Sampling of(double temperature, int seed) {
    return new Sampling(temperature, seed, 0, 1, 0, 1, 0, 0);
  }

  /** Returns this sampling with another temperature and start of the random numbers. */
  public Sampling with(double otherTemperature, int otherSeed) {
    return new Sampling(
        otherTemperature,
        otherSeed,
        topK,
        topP,
        minP,
        repeatPenalty,
        frequencyPenalty,
        presencePenalty);
  }

  private static void require(boolean valid, String rule, double value) {
    if (!valid) {
      throw new IllegalArgumentException("The " + rule + ": " + value);
    }
  }
}
