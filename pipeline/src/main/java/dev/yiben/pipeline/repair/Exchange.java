package dev.yiben.pipeline.repair;

import dev.yiben.pipeline.plan.PlannedSegment;
import java.util.List;
import java.util.Map;

/**
 * One request to the model, and why.
 *
 * @param segments segments to ask for, in document order
 * @param faults what was wrong before, by segment index; empty on the first asking
 * @param rung how often these segments were asked for before
 */
public record Exchange(List<PlannedSegment> segments, Map<Integer, String> faults, int rung) {
  public Exchange {
    segments = List.copyOf(segments);
    faults = Map.copyOf(faults);
  }
}
