package dev.yiben.pipeline;

/** What became of a segment. */
public enum Fate {
  /** The model translated it. */
  TRANSLATED,
  /**
   * It took the target of a segment with the same source in an equivalent context; the reason says
   * where that is from.
   */
  REUSED,
  /** A rule leaves it as it is; the reason names the rule. */
  SKIPPED,
  /** It should have been translated and was not; the reason says why. */
  KEPT_AS_SOURCE
}
