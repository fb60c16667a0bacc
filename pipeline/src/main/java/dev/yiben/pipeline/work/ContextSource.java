package dev.yiben.pipeline.work;

import dev.yiben.formats.document.CodedText;
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
 * at this point: of this stream, or of an earlier document. So a resumed run shows the same.
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
  List<ContextPair> before(int index, int most, Map<Integer, Answer> accepted) {
    List<ContextPair> pairs = new ArrayList<>();
    String stream = plan.segments().get(index).stream();
    for (int i = index - 1; i >= 0 && pairs.size() < most; i--) {
      if (!plan.segments().get(i).stream().equals(stream)) {
        break;
      }
      int place = i;
      target(i, accepted).ifPresent(target -> pairs.add(new ContextPair(line(place), target)));
    }
    Collections.reverse(pairs);
    return pairs;
  }

  static PromptLine line(PlannedSegment segment) {
    return new PromptLine(segment.segment().source().marked(), segment.terms());
  }

  private PromptLine line(int index) {
    PlannedSegment planned = ofStream.get(plan.repeats().getOrDefault(index, index));
    String marked = plan.segments().get(index).source().marked();
    return new PromptLine(marked, planned == null ? List.of() : planned.terms());
  }

  private Optional<String> target(int index, Map<Integer, Answer> accepted) {
    CodedText remembered = plan.remembered().get(index);
    if (remembered != null) {
      return Optional.of(remembered.marked());
    }
    int first = plan.repeats().getOrDefault(index, index);
    Answer answer = accepted.getOrDefault(first, finished.get(first));
    return answer == null ? Optional.empty() : answer.target().map(CodedText::marked);
  }
}
