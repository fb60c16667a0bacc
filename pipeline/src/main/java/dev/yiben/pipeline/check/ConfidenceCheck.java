package dev.yiben.pipeline.check;

import java.util.List;

/** {@code CNF-001}: the model was not in doubt about the target. */
final class ConfidenceCheck implements QaCheck {
  private static final CheckRule RULE =
      CheckRule.info("CNF-001", "a translation that the model was in doubt about");

  /** Of each of its tokens the model would then have chosen another as readily. */
  private static final double LEAST = 0.5;

  private static final int PERCENT = 100;

  @Override
  public CheckRule rule() {
    return RULE;
  }

  @Override
  public List<String> check(CheckedSegment segment) {
    double confidence = segment.confidence().orElse(1);
    return confidence < LEAST
        ? List.of(
            "the model gave its words a probability of " + (int) (confidence * PERCENT) + " %")
        : List.of();
  }
}
