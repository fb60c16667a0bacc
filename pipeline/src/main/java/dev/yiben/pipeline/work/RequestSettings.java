package dev.yiben.pipeline.work;

import dev.yiben.inference.Sampling;
import dev.yiben.pipeline.check.QaChecks;
import dev.yiben.pipeline.prompt.LanguagePair;
import dev.yiben.pipeline.prompt.PromptTemplate;

/**
 * What is the same for all requests of a document.
 *
 * @param template the words of the prompt
 * @param languages from and to
 * @param checks checks of the targets
 * @param contextSegments how many preceding segments are shown
 * @param sampling how tokens are chosen at first
 * @param review whether the model looks again at what may be wrong
 */
public record RequestSettings(
    PromptTemplate template,
    LanguagePair languages,
    QaChecks checks,
    int contextSegments,
    Sampling sampling,
    boolean review) {
  private static final double TEMPERATURE_STEP = 0.2;

  /** Returns the sampling of a rung of the ladder: freer on each, and with numbers of its own. */
  Sampling sampling(int rung) {
    double temperature =
        Math.min(Sampling.HIGHEST_TEMPERATURE, sampling.temperature() + rung * TEMPERATURE_STEP);
    return sampling.with(temperature, sampling.seed() + rung);
  }
}
