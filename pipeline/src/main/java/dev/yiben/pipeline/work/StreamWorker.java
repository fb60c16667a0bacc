package dev.yiben.pipeline.work;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.PackedTexts;
import dev.yiben.pipeline.plan.Batch;
import dev.yiben.pipeline.plan.PlannedSegment;
import dev.yiben.pipeline.plan.Sentences;
import dev.yiben.pipeline.repair.Answer;
import dev.yiben.pipeline.repair.RepairLadder;
import dev.yiben.pipeline.repair.SecondLook;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/** Translates the batches of one stream, one after the other. */
final class StreamWorker implements Callable<Map<Integer, Answer>> {
  private final List<Batch> stream;
  private final ContextSource context;
  private final Conversation conversation;
  private final BatchAsker asker;
  private final BatchAsker secondAsker;
  private final RequestSettings settings;
  private final FinishedSegments finished;

  StreamWorker(
      PromptBuilder prompts,
      String name,
      List<Batch> stream,
      ContextSource context,
      FinishedSegments finished,
      UsageCounter usage) {
    this.stream = stream;
    this.context = context;
    this.conversation = new Conversation(prompts, context);
    this.asker = new BatchAsker(prompts, name, context, conversation, usage);
    this.secondAsker =
        new BatchAsker(
            prompts, name, context, Conversation.ofSingleRequests(prompts, context), usage);
    this.settings = prompts.settings();
    this.finished = finished;
  }

  @Override
  public Map<Integer, Answer> call() throws InterruptedException {
    Map<Integer, Answer> all = new HashMap<>();
    int lastToAsk = lastToAsk();
    for (int i = 0; i < stream.size(); i++) {
      Batch batch = stream.get(i);
      Map<Integer, Answer> answers = new HashMap<>(finished.of(batch));
      if (i <= lastToAsk) {
        // Also for what is finished: the conversation must be what it was in an earlier run.
        conversation.open(batch);
        // What is finished of a batch is context for the rest of it.
        context.add(answers);
        answers.putAll(ask(toAsk(batch)));
        context.add(answers);
        conversation.close(batch);
      }
      all.putAll(answers);
    }
    if (settings.review()) {
      review(all);
    }
    return packed(all);
  }

  /** Looks again at what may be wrong, in order, so that each sees what became of those before. */
  private void review(Map<Integer, Answer> answers) throws InterruptedException {
    SecondLook look = new SecondLook(secondAsker, settings.checks(), settings.languages());
    context.add(answers);
    for (Batch batch : stream) {
      for (PlannedSegment segment : batch.segments()) {
        if (look.isDue(answers.get(segment.index()))) {
          List<PlannedSegment> sentence =
              Sentences.around(batch.segments(), batch.segments().indexOf(segment));
          Answer second = look.look(segment, sentence, answers);
          answers.put(segment.index(), second);
          context.add(Map.of(segment.index(), second));
          finished.saveReviewed(segment, second);
        }
      }
    }
  }

  /**
   * The answers of a book are kept until its end, and are more than a small machine has room for.
   */
  private static Map<Integer, Answer> packed(Map<Integer, Answer> answers) {
    Map<Integer, Answer> targets = new TreeMap<>(answers);
    targets.values().removeIf(answer -> answer.target().isEmpty());
    Iterator<CodedText> packed =
        PackedTexts.pack(targets.values().stream().map(answer -> answer.target().get()).toList())
            .iterator();
    targets.replaceAll((index, answer) -> answer.with(packed.next()));
    Map<Integer, Answer> all = new HashMap<>(answers);
    all.putAll(targets);
    return all;
  }

  private Map<Integer, Answer> ask(List<PlannedSegment> segments) throws InterruptedException {
    if (segments.isEmpty()) {
      return Map.of();
    }
    Map<Integer, Answer> asked =
        new RepairLadder(asker, settings.checks(), settings.languages()).climb(segments);
    finished.save(segments, asked);
    return asked;
  }

  private int lastToAsk() {
    int last = stream.size() - 1;
    while (last >= 0 && toAsk(stream.get(last)).isEmpty()) {
      last--;
    }
    return last;
  }

  private List<PlannedSegment> toAsk(Batch batch) {
    return batch.segments().stream().filter(segment -> !finished.has(segment)).toList();
  }
}
