package dev.yiben.pipeline.work;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Segment;
import dev.yiben.pipeline.plan.Batch;
import dev.yiben.pipeline.plan.DocumentPlan;
import dev.yiben.pipeline.plan.PlannedSegment;
import dev.yiben.pipeline.prompt.ContextPair;
import dev.yiben.pipeline.prompt.PromptLine;
import dev.yiben.pipeline.repair.Answer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The preceding segments of a stream with their translations.
 *
 * <p>Taken from the document, not from what is left to do; and only translations that every run has
 * at this point: of this stream. So a resumed run shows the same.
 */
final class ContextSource {
  private final DocumentPlan plan;
  private final Map<Integer, PlannedSegment> ofStream = new HashMap<>();
  private final Map<Integer, Answer> finished = new HashMap<>();

  ContextSource(DocumentPlan plan, List<Batch> stream) {
    this.plan = plan;
    for (Batch batch : stream) {
      batch.segments().forEach(segment -> ofStream.put(segment.index(), segment));
    }
  }

  /** Adds what became of segments of this stream. */
  void add(Map<Integer, Answer> answers) {
    finished.putAll(answers);
  }

  /** Returns at most {@code most} segments before the given one, oldest first. */
  List<ContextPair> before(int index, int most) {
    List<ContextPair> pairs = new ArrayList<>();
    String stream = plan.segments().get(index).stream();
    for (int i = index - 1; i >= 0 && pairs.size() < most; i--) {
      if (!plan.segments().get(i).stream().equals(stream) || isOfAnotherPart(i)) {
        break;
      }
      pair(i).ifPresent(pairs::add);
    }
    Collections.reverse(pairs);
    return pairs;
  }

  /** Returns whether a segment is asked for in another part of a long chapter, at the same time. */
  private boolean isOfAnotherPart(int index) {
    return !ofStream.containsKey(index)
        && !plan.skipped().containsKey(index)
        && !plan.repeats().containsKey(index)
        && !plan.recalled().containsKey(index)
        && !plan.remembered().contains(index);
  }

  /**
   * Returns at most {@code most} segments between two others that need not be asked for, since the
   * file or a memory has a translation of them, oldest first.
   */
  List<ContextPair> knownBetween(int before, int after, int most) {
    List<ContextPair> pairs = new ArrayList<>();
    String stream = plan.segments().get(after).stream();
    for (int i = after - 1; i > before && pairs.size() < most; i--) {
      if (plan.known(i).isPresent() && plan.segments().get(i).stream().equals(stream)) {
        pair(i).ifPresent(pairs::add);
      }
    }
    Collections.reverse(pairs);
    return pairs;
  }

  /** Returns those of the segments that have a translation. */
  List<ContextPair> of(List<PlannedSegment> segments) {
    return segments.stream().flatMap(segment -> pair(segment.index()).stream()).toList();
  }

  private Optional<ContextPair> pair(int index) {
    return target(index).map(target -> new ContextPair(line(index), target));
  }

  static PromptLine line(PlannedSegment segment) {
    return new PromptLine(
        segment.segment().source().marked(),
        segment.terms(),
        segment.index(),
        segment.segment().hints(),
        segment.similar());
  }

  private PromptLine line(int index) {
    PlannedSegment planned = ofStream.get(plan.repeats().getOrDefault(index, index));
    Segment segment = plan.segments().get(index);
    return new PromptLine(
        segment.source().marked(),
        planned == null ? List.of() : planned.terms(),
        index,
        segment.hints(),
        planned == null || planned.index() != index ? Optional.empty() : planned.similar());
  }

  private Optional<String> target(int index) {
    int origin = plan.repeats().getOrDefault(index, index);
    return plan.known(origin)
        .or(() -> Optional.ofNullable(finished.get(origin)).flatMap(Answer::target))
        .map(CodedText::marked);
  }
}
