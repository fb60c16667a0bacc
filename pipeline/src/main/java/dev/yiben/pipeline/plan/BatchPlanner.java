package dev.yiben.pipeline.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts the segments of a stream into batches.
 *
 * @param maxTokens the most source tokens in a batch; a longer segment is a batch of its own
 * @param maxSegments the most segments in a batch
 */
public record BatchPlanner(int maxTokens, int maxSegments) {

  /** Returns the batches of one stream. */
  public List<Batch> plan(List<PlannedSegment> stream) {
    List<Batch> batches = new ArrayList<>();
    List<PlannedSegment> current = new ArrayList<>();
    int tokens = 0;
    for (PlannedSegment segment : stream) {
      boolean full = current.size() == maxSegments || tokens + segment.tokens() > maxTokens;
      if (full && !current.isEmpty()) {
        batches.add(new Batch(current));
        current.clear();
        tokens = 0;
      }
      current.add(segment);
      tokens += segment.tokens();
    }
    if (!current.isEmpty()) {
      batches.add(new Batch(current));
    }
    return batches;
  }
}
