package dev.yiben.pipeline.plan;

import java.util.List;

/** Finds the segments that one sentence runs through. */
public final class Sentences {
  private Sentences() {}

  /**
   * Returns the segments that the sentence of one of them runs through, in order, or nothing if it
   * is that one alone.
   *
   * @param segments segments in document order
   * @param at index of the segment in {@code segments}
   */
  public static List<PlannedSegment> around(List<PlannedSegment> segments, int at) {
    int start = at;
    while (start > 0 && isJoined(segments.get(start - 1), segments.get(start))) {
      start--;
    }
    int end = at + 1;
    while (end < segments.size() && isJoined(segments.get(end - 1), segments.get(end))) {
      end++;
    }
    return end - start > 1 ? segments.subList(start, end) : List.of();
  }

  /** Returns whether a sentence goes on from one segment into another. */
  static boolean isJoined(PlannedSegment segment, PlannedSegment next) {
    return segment.segment().hints().continues() && next.index() == segment.index() + 1;
  }
}
