package dev.yiben.pipeline.work;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Segment;
import dev.yiben.pipeline.SegmentOutcome;
import dev.yiben.pipeline.plan.SkipRules;
import dev.yiben.pipeline.prepare.Preparation;
import dev.yiben.pipeline.prepare.PreparedSegments;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Leads from what became of prepared segments to the document's own.
 *
 * @param preparation how they were prepared
 * @param segments the segments
 */
record OwnOutcomes(Preparation preparation, PreparedSegments segments) {
  /** Begins the reason of a target that is from the memory across runs, where it is finished. */
  private static final String OF_MEMORY = "tm-";

  /** Returns what became of the document's segments, in their order. */
  List<SegmentOutcome> of(List<SegmentOutcome> outcomes) {
    return IntStream.range(0, outcomes.size())
        .mapToObj(i -> outcomes.get(i).with(segments.own().get(i), target(i, outcomes.get(i))))
        .toList();
  }

  /** Returns the fates that a plan knows, of the document's segments. */
  List<SegmentOutcome> ofPlan(List<SegmentOutcome> fates) {
    return IntStream.range(0, fates.size())
        .mapToObj(i -> fates.get(i).with(segments.own().get(i), kept(i, fates.get(i))))
        .toList();
  }

  private CodedText target(int index, SegmentOutcome outcome) {
    return switch (outcome.fate()) {
      case TRANSLATED -> segments.restored(index, preparation.finished(outcome.target()));
      case REUSED ->
          segments.restored(
              index,
              outcome.reason().startsWith(OF_MEMORY)
                  ? outcome.target()
                  : preparation.finished(outcome.target()));
      case SKIPPED, KEPT_AS_SOURCE -> kept(index, outcome);
    };
  }

  private CodedText kept(int index, SegmentOutcome outcome) {
    Segment own = segments.own().get(index);
    return outcome.reason().equals(SkipRules.ALREADY_TRANSLATED)
        ? own.hints().existing().orElse(own.source())
        : own.source();
  }
}
