package dev.yiben.pipeline.plan;

import java.util.List;

/** Consecutive segments of one stream that are asked for together; never empty. */
public record Batch(List<PlannedSegment> segments) {
  public Batch {
    segments = List.copyOf(segments);
  }

  /** Returns the tokens of all sources. */
  public int tokens() {
    return segments.stream().mapToInt(PlannedSegment::tokens).sum();
  }
}
