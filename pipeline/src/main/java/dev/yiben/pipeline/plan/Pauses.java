package dev.yiben.pipeline.plan;

import java.util.List;

/** Finds places to cut at where people are silent. */
final class Pauses {
  private Pauses() {}

  /**
   * Returns the place of the longest pause, the last of several: never in a sentence, unless there
   * is no other place.
   *
   * @param from the first place to cut at, which is before the segment of that index in the stream
   * @param to the last one
   */
  static int quietest(List<PlannedSegment> stream, int from, int to) {
    int quietest = -1;
    long longest = -1;
    for (int place = Math.max(1, from); place <= to; place++) {
      long pause = stream.get(place).segment().hints().pauseMillis();
      if (pause >= longest && !Sentences.isJoined(stream.get(place - 1), stream.get(place))) {
        quietest = place;
        longest = pause;
      }
    }
    return quietest < 0 ? to : quietest;
  }
}
