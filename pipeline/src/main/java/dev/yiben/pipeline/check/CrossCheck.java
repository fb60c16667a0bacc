package dev.yiben.pipeline.check;

import java.util.List;
import java.util.Map;

/** A check of segments against each other, such as one source with two targets. */
public interface CrossCheck {
  /** Returns the stable id, such as {@code CON-001}. */
  String id();

  /** Returns the severity unless the user chose another. */
  Severity defaultSeverity();

  /**
   * Returns what is wrong, one line each, by index of the segment that has the fault.
   *
   * @param segments all segments that have targets, of all files of a job, in their order
   */
  Map<Integer, List<String>> check(List<CheckedSegment> segments);
}
