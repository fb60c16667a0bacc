package dev.yiben.pipeline.repair;

import dev.yiben.pipeline.plan.PlannedSegment;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One request to the model, and why.
 *
 * @param segments segments to ask for, in document order
 * @param faults what was wrong before, by segment index; empty on the first asking
 * @param rung how often these segments were asked for before
 * @param cut indices of segments that came cut off where their room ended, more than once
 */
public record Exchange(
    List<PlannedSegment> segments, Map<Integer, String> faults, int rung, Set<Integer> cut) {
  /** Better a translation that is read in haste than half a sentence. */
  private static final double MORE_ROOM = 1.5;

  public Exchange {
    segments = List.copyOf(segments);
    faults = Map.copyOf(faults);
    cut = Set.copyOf(cut);
  }

  /** Returns the most columns that the target of a segment may take; empty for any number. */
  public OptionalInt room(PlannedSegment segment) {
    double factor = cut.contains(segment.index()) ? MORE_ROOM : 1;
    return segment.segment().hints().limit().stream()
        .mapToInt(limit -> (int) Math.ceil(limit.columns() * factor))
        .findFirst();
  }
}
