package dev.yiben.pipeline.work;

import dev.yiben.formats.document.Segment;
import dev.yiben.pipeline.Fate;
import dev.yiben.pipeline.SegmentOutcome;
import dev.yiben.pipeline.plan.DocumentPlan;
import java.util.List;
import java.util.stream.IntStream;

/** The fates that segments will meet if all goes well; their targets are not known yet. */
final class PlannedFates {
  private PlannedFates() {}

  static List<SegmentOutcome> of(DocumentPlan plan) {
    return IntStream.range(0, plan.segments().size()).mapToObj(index -> of(plan, index)).toList();
  }

  private static SegmentOutcome of(DocumentPlan plan, int index) {
    Segment segment = plan.segments().get(index);
    Fate fate = Fate.TRANSLATED;
    String reason = "";
    if (plan.skipped().containsKey(index)) {
      fate = Fate.SKIPPED;
      reason = plan.skipped().get(index);
    } else if (ReuseReasons.of(plan, index).isPresent()) {
      fate = Fate.REUSED;
      reason = ReuseReasons.of(plan, index).get();
    }
    return new SegmentOutcome(segment, fate, plan.kept(index), reason, List.of(), 0);
  }
}
