package dev.yiben.cli;

import dev.yiben.inference.Sampling;
import dev.yiben.pipeline.SamplingSettings;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that say how the model chooses its words. */
final class SamplingOptions implements OptionSection {
  @Option(
      names = "--temperature",
      paramLabel = "NUMBER",
      description =
          "How freely words are chosen: 0 takes the most probable ones; a segment that is asked"
              + " again gets 0.2 more each time; default: the profile's, mostly 0.")
  private Optional<Double> temperature = Optional.empty();

  @Option(
      names = "--top-k",
      paramLabel = "N",
      description =
          "Choose among the N most probable tokens only; default: the profile's, mostly 0, which is all.")
  private Optional<Integer> topK = Optional.empty();

  @Option(
      names = "--top-p",
      paramLabel = "NUMBER",
      description =
          "Choose among the most probable tokens that together have this probability; default: the"
              + " profile's, mostly 1, which is all.")
  private Optional<Double> topP = Optional.empty();

  @Option(
      names = "--min-p",
      paramLabel = "NUMBER",
      description =
          "Leave out tokens below this part of the most probable one's probability; default:"
              + " the profile's, mostly 0.05.")
  private Optional<Double> minP = Optional.empty();

  @Option(
      names = "--repeat-penalty",
      paramLabel = "NUMBER",
      description =
          "Divide the weight of tokens that came before; default: the profile's,"
              + " mostly 1, which is no penalty.")
  private Optional<Double> repeatPenalty = Optional.empty();

  @Option(
      names = "--frequency-penalty",
      paramLabel = "NUMBER",
      description =
          "Penalty for each time that a token came before; default: the profile's, mostly 0.")
  private Optional<Double> frequencyPenalty = Optional.empty();

  @Option(
      names = "--presence-penalty",
      paramLabel = "NUMBER",
      description = "Penalty for a token that came before; default: the profile's, mostly 0.")
  private Optional<Double> presencePenalty = Optional.empty();

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "Start of the random numbers, for temperatures above 0; default: 0.")
  private int seed;

  /** Throws a usage exception if a number is out of its range. */
  void requireValid() {
    // llama.cpp takes -1 for a seed of its own choice, so that no run could be repeated.
    UsageException.requireAtLeast(0, "--seed", seed);
    try {
      sampling().over(Sampling.greedy());
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage(), e);
    }
  }

  /** Returns how a segment is sampled that is asked for the first time. */
  SamplingSettings sampling() {
    return new SamplingSettings(
        temperature, topK, topP, minP, repeatPenalty, frequencyPenalty, presencePenalty, seed);
  }

  @Override
  public String heading() {
    return "How words are chosen:";
  }
}
