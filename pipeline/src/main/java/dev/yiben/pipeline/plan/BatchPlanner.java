package dev.yiben.pipeline.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Cuts the segments of a stream into batches.
 *
 * @param maxTokens the most source tokens in a batch; a longer segment is a batch of its own
 * @param maxSegments the most segments in a batch
 */
public record BatchPlanner(int maxTokens, int maxSegments) {

  /** More than so many would hardly be seen by the segment after them. */
  private static final int MOST_TRANSLATED_BETWEEN = 4;

  /**
   * Returns the batches of one stream.
   *
   * @param translated indices of segments that are translated already: where many stand between two
   *     others, they are context for the second
   */
  public List<Batch> plan(List<PlannedSegment> stream, Set<Integer> translated) {
    List<Batch> batches = new ArrayList<>();
    List<PlannedSegment> current = new ArrayList<>();
    int tokens = 0;
    for (PlannedSegment segment : stream) {
      boolean full = current.size() == maxSegments || tokens + segment.tokens() > maxTokens;
      if (!current.isEmpty()
          && (full || isApart(current.get(current.size() - 1), segment, translated))) {
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

  private static boolean isApart(
      PlannedSegment before, PlannedSegment segment, Set<Integer> translated) {
    return IntStream.range(before.index() + 1, segment.index()).filter(translated::contains).count()
        > MOST_TRANSLATED_BETWEEN;
  }
}
