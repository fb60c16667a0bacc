package dev.yiben.cli;

import dev.yiben.inference.Sampling;
import picocli.CommandLine.Option;

/** Options that say how the model chooses its words. */
final class SamplingOptions {
  @Option(
      names = "--temperature",
      paramLabel = "NUMBER",
      defaultValue = "0",
      description =
          "How freely words are chosen: 0 takes the most probable ones; a segment that is asked"
              + " again gets 0.2 more each time; default: 0.")
  private double temperature;

  @Option(
      names = "--top-k",
      paramLabel = "N",
      defaultValue = "0",
      description = "Choose among the N most probable tokens only; default: 0, among all.")
  private int topK;

  @Option(
      names = "--top-p",
      paramLabel = "NUMBER",
      defaultValue = "1",
      description =
          "Choose among the most probable tokens that together have this probability; default: 1,"
              + " among all.")
  private double topP;

  @Option(
      names = "--min-p",
      paramLabel = "NUMBER",
      defaultValue = "0.05",
      description =
          "Leave out tokens below this part of the most probable one's probability; default: 0.05.")
  private double minP;

  @Option(
      names = "--repeat-penalty",
      paramLabel = "NUMBER",
      defaultValue = "1",
      description = "Divide the weight of tokens that came before; default: 1, no penalty.")
  private double repeatPenalty;

  @Option(
      names = "--frequency-penalty",
      paramLabel = "NUMBER",
      defaultValue = "0",
      description = "Penalty for each time that a token came before; default: 0.")
  private double frequencyPenalty;

  @Option(
      names = "--presence-penalty",
      paramLabel = "NUMBER",
      defaultValue = "0",
      description = "Penalty for a token that came before; default: 0.")
  private double presencePenalty;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "Start of the random numbers, for temperatures above 0; default: 0.")
  private int seed;

  /** Throws a usage exception if a number is out of its range. */
  void requireValid() {
    try {
      sampling();
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage(), e);
    }
  }

  /** Returns how a segment is sampled that is asked for the first time. */
  Sampling sampling() {
    return new Sampling(
        temperature, seed, topK, topP, minP, repeatPenalty, frequencyPenalty, presencePenalty);
  }
}
