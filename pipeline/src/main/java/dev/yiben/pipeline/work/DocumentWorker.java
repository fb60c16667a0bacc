package dev.yiben.pipeline.work;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Segment;
import dev.yiben.inference.InferenceEngine;
import dev.yiben.inference.InferenceException;
import dev.yiben.pipeline.Fate;
import dev.yiben.pipeline.JobException;
import dev.yiben.pipeline.ProgressListener;
import dev.yiben.pipeline.SegmentOutcome;
import dev.yiben.pipeline.Usage;
import dev.yiben.pipeline.plan.Batch;
import dev.yiben.pipeline.plan.DocumentPlan;
import dev.yiben.pipeline.repair.Answer;
import dev.yiben.pipeline.store.JobStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Takes the segments of a document to their fates. */
public final class DocumentWorker {
  private final InferenceEngine engine;
  private final JobStore store;
  private final int parallel;
  private final ProgressListener progress;

  /** Creates a worker that translates so many streams at once. */
  public DocumentWorker(
      InferenceEngine engine, JobStore store, int parallel, ProgressListener progress) {
    this.engine = engine;
    this.store = store;
    this.parallel = parallel;
    this.progress = progress;
  }

  /**
   * Translates a document.
   *
   * @throws InferenceException if the engine cannot go on; what is finished is stored
   * @throws InterruptedException if the thread is interrupted; what is finished is stored
   */
  public Finished translate(Path input, DocumentPlan plan, RequestSettings settings)
      throws InterruptedException {
    FinishedSegments finished =
        new FinishedSegments(
            store, input.toAbsolutePath().normalize().toString(), settings, progress);
    long done = plan.streams().stream().flatMap(List::stream).mapToLong(finished::tokens).sum();
    synchronized (progress) {
      progress.onDocumentStarted(input, plan.tokens(), done);
    }
    UsageCounter usage = new UsageCounter();
    Map<Integer, Answer> answers = run(input, plan, settings, finished, usage);
    List<SegmentOutcome> outcomes = new ArrayList<>();
    for (int index = 0; index < plan.segments().size(); index++) {
      outcomes.add(outcome(plan, answers, index));
    }
    return new Finished(outcomes, usage.total());
  }

  private Map<Integer, Answer> run(
      Path input,
      DocumentPlan plan,
      RequestSettings settings,
      FinishedSegments finished,
      UsageCounter usage)
      throws InterruptedException {
    Map<Integer, Answer> answers = new HashMap<>();
    ExecutorService threads = Executors.newFixedThreadPool(parallel);
    try {
      CompletionService<Map<Integer, Answer>> streams = new ExecutorCompletionService<>(threads);
      PromptBuilder prompts = new PromptBuilder(engine, settings);
      for (List<Batch> stream : plan.streams()) {
        String name = input + "#" + stream.get(0).segments().get(0).index();
        ContextSource context = new ContextSource(plan, stream);
        streams.submit(new StreamWorker(prompts, name, stream, context, finished, usage));
      }
      for (int i = 0; i < plan.streams().size(); i++) {
        answers.putAll(streams.take().get());
      }
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    } finally {
      stop(threads);
    }
    return answers;
  }

  private static RuntimeException failure(Throwable cause) throws InterruptedException {
    if (cause instanceof InterruptedException interrupted) {
      throw interrupted;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException exception
        ? exception
        : new JobException("A stream failed: " + cause, cause);
  }

  /** The store may be closed afterwards, so the streams must have ended. */
  private static void stop(ExecutorService threads) {
    threads.shutdownNow();
    boolean interrupted = false;
    while (true) {
      try {
        if (threads.awaitTermination(1, TimeUnit.MINUTES)) {
          break;
        }
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static SegmentOutcome outcome(
      DocumentPlan plan, Map<Integer, Answer> answers, int index) {
    Segment segment = plan.segments().get(index);
    CodedText source = segment.source();
    String rule = plan.skipped().get(index);
    if (rule != null) {
      return new SegmentOutcome(segment, Fate.SKIPPED, source, rule, List.of(), 0);
    }
    CodedText remembered = plan.remembered().get(index);
    if (remembered != null) {
      return new SegmentOutcome(segment, Fate.REUSED, remembered, "", List.of(), 0);
    }
    Integer first = plan.repeats().get(index);
    Answer answer = answers.get(first == null ? index : first);
    if (answer.target().isEmpty()) {
      return new SegmentOutcome(
          segment, Fate.KEPT_AS_SOURCE, source, answer.fault(), List.of(), answer.requests());
    }
    CodedText target = answer.target().get();
    return first == null
        ? new SegmentOutcome(
            segment, Fate.TRANSLATED, target, "", answer.findings(), answer.requests())
        : new SegmentOutcome(
            segment, Fate.REUSED, source.withMarked(target.marked()), "", answer.findings(), 0);
  }

  /**
   * A document whose segments have all met their fates.
   *
   * @param outcomes every segment in document order
   * @param usage what this run spent on them
   */
  public record Finished(List<SegmentOutcome> outcomes, Usage usage) {
    public Finished {
      outcomes = List.copyOf(outcomes);
    }
  }
}
