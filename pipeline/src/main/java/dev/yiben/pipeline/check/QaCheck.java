package dev.yiben.pipeline.check;

import java.util.List;

/** A check of a segment's target against its source; used by several threads at once. */
public interface QaCheck {

  /** Returns what is the same for all its findings. */
  CheckRule rule();

  /** Returns what is wrong, one line each in words that a model can act on; empty for nothing. */
  List<String> check(CheckedSegment segment);
}
