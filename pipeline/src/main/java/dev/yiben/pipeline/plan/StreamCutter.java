package dev.yiben.pipeline.plan;

import dev.yiben.formats.document.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts long streams into parts that can be translated at once, so that a book of few chapters keeps
 * all slots busy.
 *
 * <p>It cuts before a heading, where what was before matters least; a part that has grown to three
 * times the least length without one is cut before the longest pause in its last third. How many
 * slots there are does not matter, so that the result does not depend on them.
 *
 * @param leastTokens the least source tokens of a part; a rest that is shorter stays with its part
 */
record StreamCutter(int leastTokens) {
  private static final int LONGEST_PARTS = 3;

  /** Returns the parts of a stream. */
  List<List<PlannedSegment>> cut(List<PlannedSegment> stream) {
    long[] before = new long[stream.size() + 1];
    for (int i = 0; i < stream.size(); i++) {
      before[i + 1] = before[i] + stream.get(i).tokens();
    }
    List<List<PlannedSegment>> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < stream.size(); i++) {
      long tokens = before[i] - before[start];
      boolean enough = tokens >= leastTokens && before[stream.size()] - before[i] >= leastTokens;
      boolean tooLong = tokens >= (long) LONGEST_PARTS * leastTokens;
      if (enough && (tooLong || stream.get(i).segment().role() == Role.HEADING)) {
        int place = tooLong ? quietPlace(stream, before, start, i) : i;
        parts.add(stream.subList(start, place));
        start = place;
      }
    }
    parts.add(stream.subList(start, stream.size()));
    return parts;
  }

  /** Returns where to cut a part that has grown too long: in its last third. */
  private int quietPlace(List<PlannedSegment> stream, long[] before, int start, int end) {
    long least = before[start] + (LONGEST_PARTS - 1L) * leastTokens;
    int from = end;
    while (from > start + 1 && before[from - 1] >= least) {
      from--;
    }
    return Pauses.quietest(stream, from, end);
  }
}
