package dev.yiben.pipeline.check;

/** How bad a finding is, in rising order. */
public enum Severity {
  /** The check is off. */
  OFF,
  INFO,
  WARNING,
  /** The target is refused: the segment is asked again, and keeps its source if that fails. */
  ERROR
}
