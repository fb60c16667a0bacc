package dev.yiben.pipeline.work;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Segment;
import dev.yiben.pipeline.Fate;
import dev.yiben.pipeline.InputFile;
import dev.yiben.pipeline.ProgressListener;
import dev.yiben.pipeline.Review;
import dev.yiben.pipeline.SegmentOutcome;
import dev.yiben.pipeline.Usage;
import dev.yiben.pipeline.check.Finding;
import dev.yiben.pipeline.plan.Batch;
import dev.yiben.pipeline.plan.DocumentPlan;
import dev.yiben.pipeline.plan.Recalled;
import dev.yiben.pipeline.plan.RunMemory;
import dev.yiben.pipeline.plan.RunMemory.Remembered;
import dev.yiben.pipeline.repair.Answer;
import dev.yiben.pipeline.store.JobStore;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Future;

/** Takes the segments of a document to their fates: its streams are in the pool. */
final class DocumentWork {
  private final DocumentPlan plan;
  private final StreamPool pool;
  private final Deque<Future<Map<Integer, Answer>>> streams = new ArrayDeque<>();
  private final UsageCounter usage = new UsageCounter();

  private DocumentWork(DocumentPlan plan, StreamPool pool) {
    this.plan = plan;
    this.pool = pool;
  }

  /** Puts the streams of a document into the pool. */
  static DocumentWork start(
      InputFile file,
      DocumentPlan plan,
      PromptBuilder prompts,
      JobStore store,
      StreamPool pool,
      ProgressListener progress)
      throws InterruptedException {
    FinishedSegments finished = new FinishedSegments(store, file, prompts.settings(), progress);
    long done = plan.streams().stream().flatMap(List::stream).mapToLong(finished::tokens).sum();
    synchronized (progress) {
      progress.onDocumentStarted(file.input(), plan.tokens(), done);
    }
    // A stream keeps its own batches, and lets go of them when it ends.
    DocumentPlan rest = plan.withoutBatches();
    DocumentWork work = new DocumentWork(rest, pool);
    for (List<Batch> stream : plan.streams()) {
      String name = file.document() + "#" + stream.get(0).segments().get(0).index();
      ContextSource context = new ContextSource(rest, stream);
      work.streams.add(
          pool.submit(new StreamWorker(prompts, name, stream, context, finished, work.usage)));
    }
    return work;
  }

  /**
   * Waits for all streams, remembers what became of the segments and returns it in document order.
   *
   * @param memory knows what became of all earlier documents
   * @throws dev.yiben.inference.InferenceException if the engine cannot go on; what is finished is
   *     stored
   * @throws InterruptedException if the thread is interrupted; what is finished is stored
   */
  List<SegmentOutcome> await(RunMemory memory) throws InterruptedException {
    Map<Integer, Answer> answers = new HashMap<>();
    while (!streams.isEmpty()) {
      answers.putAll(pool.await(streams.remove()));
    }
    if (memory.isKept()) {
      answers.forEach(
          (index, answer) ->
              memory.add(plan.memoryKeys().get(index), answer.target(), answer.fault()));
    }
    List<SegmentOutcome> outcomes = new ArrayList<>();
    for (int index = 0; index < plan.segments().size(); index++) {
      outcomes.add(outcome(answers, index, memory));
    }
    return outcomes;
  }

  /** Returns whether all streams have ended. */
  boolean isDone() {
    return streams.stream().allMatch(Future::isDone);
  }

  /** Returns what was spent so far. */
  Usage usage() {
    return usage.total();
  }

  private SegmentOutcome outcome(Map<Integer, Answer> answers, int index, RunMemory memory) {
    Segment segment = plan.segments().get(index);
    String rule = plan.skipped().get(index);
    if (rule != null) {
      return new SegmentOutcome(segment, Fate.SKIPPED, plan.kept(index), rule, List.of(), 0);
    }
    Optional<String> reason = ReuseReasons.of(plan, index);
    if (reason.isPresent()) {
      return reused(segment, taken(answers, index, memory), reason.get());
    }
    Answer answer = answers.get(index);
    return answer.target().isEmpty()
        ? new SegmentOutcome(
            segment,
            Fate.KEPT_AS_SOURCE,
            segment.source(),
            answer.fault(),
            List.of(),
            answer.requests())
        : new SegmentOutcome(
            segment,
            Fate.TRANSLATED,
            answer.target().get(),
            "",
            answer.findings(),
            answer.requests(),
            answer.confidence(),
            answer.review());
  }

  /** Returns what a segment takes from elsewhere. */
  private Answer taken(Map<Integer, Answer> answers, int index, RunMemory memory) {
    if (plan.remembered().contains(index)) {
      Remembered remembered = memory.get(plan.memoryKeys().get(index));
      return known(remembered.target(), remembered.fault(), List.of());
    }
    int origin = plan.repeats().getOrDefault(index, index);
    Optional<CodedText> known = plan.known(origin);
    if (known.isEmpty()) {
      return answers.get(origin);
    }
    Recalled recalled = plan.recalled().get(origin);
    return known(known, "", recalled == null ? List.of() : recalled.findings());
  }

  private static Answer known(Optional<CodedText> target, String fault, List<Finding> findings) {
    return new Answer(target, fault, findings, 0, OptionalDouble.empty(), Review.NONE);
  }

  private static SegmentOutcome reused(Segment segment, Answer taken, String reason) {
    CodedText source = segment.source();
    return taken.target().isEmpty()
        ? new SegmentOutcome(segment, Fate.KEPT_AS_SOURCE, source, taken.fault(), List.of(), 0)
        : new SegmentOutcome(
            segment,
            Fate.REUSED,
            source.withMarked(taken.target().get().marked()),
            reason,
            taken.findings(),
            0);
  }
}
