package dev.yiben.pipeline.check;

import java.util.List;

/** A check of a segment's target against its source. */
public interface QaCheck {

  /** Returns the stable id, such as {@code TAG-001}. */
  String id();

  /** Returns the severity unless the user chose another. */
  Severity defaultSeverity();

  /**
   * Returns whether a model is likely to mend the fault when told of it: the segment is then asked
   * again once, even if the finding alone would not refuse it.
   */
  default boolean worthAskingAgain() {
    return false;
  }

  /** Returns what is wrong, one line each in words that a model can act on; empty for nothing. */
  List<String> check(CheckedSegment segment);
}
