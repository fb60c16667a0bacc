package dev.yiben.pipeline.plan;

import dev.yiben.formats.document.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts long streams into parts that can be translated at once, so that a book of few chapters keeps
 * all slots busy.
 *
 * <p>It cuts before a heading, where what was before matters least; a part that has grown to three
 * times the least length without one is cut between two segments. How many slots there are does not
 * matter, so that the result does not depend on them.
 *
 * @param leastTokens the least source tokens of a part; a rest that is shorter stays with its part
 */
record StreamCutter(int leastTokens) {
  private static final int LONGEST_PARTS = 3;

  /** Returns the parts of a stream. */
  List<List<PlannedSegment>> cut(List<PlannedSegment> stream) {
    List<List<PlannedSegment>> parts = new ArrayList<>();
    long rest = stream.stream().mapToLong(PlannedSegment::tokens).sum();
    int start = 0;
    long tokens = 0;
    for (int i = 0; i < stream.size(); i++) {
      PlannedSegment segment = stream.get(i);
      boolean safe =
          segment.segment().role() == Role.HEADING || tokens >= (long) LONGEST_PARTS * leastTokens;
      if (safe && tokens >= leastTokens && rest >= leastTokens) {
        parts.add(stream.subList(start, i));
        start = i;
        tokens = 0;
      }
      tokens += segment.tokens();
      rest -= segment.tokens();
    }
    parts.add(stream.subList(start, stream.size()));
    return parts;
  }
}
