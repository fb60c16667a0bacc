package dev.yiben.pipeline.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Cuts the segments of a stream into batches.
 *
 * <p>A batch that is full ends where it is quiet: before the longest pause in its last third, and
 * not in the middle of a sentence.
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
    int start = 0;
    int tokens = 0;
    for (int i = 0; i < stream.size(); i++) {
      PlannedSegment segment = stream.get(i);
      if (i > start && isApart(stream.get(i - 1), segment, translated)) {
        batches.add(new Batch(stream.subList(start, i)));
        start = i;
        tokens = 0;
      }
      while (i > start && (i - start == maxSegments || tokens + segment.tokens() > maxTokens)) {
        int end = Pauses.quietest(stream, start + ((i - start) * 2 + 2) / 3, i);
        Batch batch = new Batch(stream.subList(start, end));
        batches.add(batch);
        start = end;
        tokens -= batch.tokens();
      }
      tokens += segment.tokens();
    }
    if (start < stream.size()) {
      batches.add(new Batch(stream.subList(start, stream.size())));
    }
    return batches;
  }

  private static boolean isApart(
      PlannedSegment before, PlannedSegment segment, Set<Integer> translated) {
    return IntStream.range(before.index() + 1, segment.index()).filter(translated::contains).count()
        > MOST_TRANSLATED_BETWEEN;
  }
}
