package dev.yiben.pipeline;

import dev.yiben.inference.Sampling;
import java.util.Optional;

/**
 * What the user says about the choice of tokens; the rest is the prompt profile's.
 *
 * @param temperature as in {@link Sampling}, like all that follow
 * @param seed start of the random numbers
 */
public record SamplingSettings(
    Optional<Double> temperature,
    Optional<Integer> topK,
    Optional<Double> topP,
    Optional<Double> minP,
    Optional<Double> repeatPenalty,
    Optional<Double> frequencyPenalty,
    Optional<Double> presencePenalty,
    int seed) {

  /** Returns settings that leave everything to the profile. */
  public static SamplingSettings ofProfile() {
    return new SamplingSettings(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0);
  }

  /**
   * Returns the sampling that comes of these settings and a profile's.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public Sampling over(Sampling profile) {
    return new Sampling(
        temperature.orElse(profile.temperature()),
        seed,
        topK.orElse(profile.topK()),
        topP.orElse(profile.topP()),
        minP.orElse(profile.minP()),
        repeatPenalty.orElse(profile.repeatPenalty()),
        frequencyPenalty.orElse(profile.frequencyPenalty()),
        presencePenalty.orElse(profile.presencePenalty()));
  }
}
