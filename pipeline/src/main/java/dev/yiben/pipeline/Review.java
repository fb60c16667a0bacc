package dev.yiben.pipeline;

/** What came of looking at a segment's target again. */
public enum Review {
  /** It was not looked at. */
  NONE,
  /** What the model wrote then was no better: the target is the first one. */
  KEPT,
  /** The target is a better one. */
  IMPROVED
}
