package dev.yiben.pipeline.check;

import java.util.List;
import java.util.Map;

/** A check of segments against each other, such as one source with two targets. */
public interface CrossCheck {

  /** Returns what is the same for all its findings. */
  CheckRule rule();

  /**
   * Returns what is wrong, one line each, by index of the segment that has the fault.
   *
   * @param segments all segments that have targets, of all files of a job, in their order
   */
  Map<Integer, List<String>> check(List<CheckedSegment> segments);
}
