package dev.yiben.pipeline.work;

import dev.yiben.inference.InferenceEngine;
import dev.yiben.pipeline.plan.Batch;
import dev.yiben.pipeline.plan.PlannedSegment;
import dev.yiben.pipeline.repair.Answer;
import dev.yiben.pipeline.repair.RepairLadder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Translates the batches of one stream, one after the other. */
final class StreamWorker implements Callable<Map<Integer, Answer>> {
  private final List<Batch> stream;
  private final ContextSource context;
  private final BatchAsker asker;
  private final RequestSettings settings;
  private final FinishedSegments finished;

  StreamWorker(
      InferenceEngine engine,
      RequestSettings settings,
      List<Batch> stream,
      ContextSource context,
      FinishedSegments finished,
      UsageCounter usage) {
    this.stream = stream;
    this.context = context;
    this.asker = new BatchAsker(engine, settings, context, usage);
    this.settings = settings;
    this.finished = finished;
  }

  @Override
  public Map<Integer, Answer> call() throws InterruptedException {
    Map<Integer, Answer> all = new HashMap<>();
    for (Batch batch : stream) {
      Map<Integer, Answer> answers = new HashMap<>(finished.of(batch));
      List<PlannedSegment> toAsk =
          batch.segments().stream().filter(s -> !answers.containsKey(s.index())).toList();
      // What is finished of a batch is context for the rest of it.
      context.add(answers);
      if (!toAsk.isEmpty()) {
        Map<Integer, Answer> asked =
            new RepairLadder(asker, settings.checks(), settings.languages()).climb(toAsk);
        finished.save(toAsk, asked);
        context.add(asked);
        answers.putAll(asked);
      }
      all.putAll(answers);
    }
    return all;
  }
}
