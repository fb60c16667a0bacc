package dev.yiben.pipeline.work;

import dev.yiben.inference.TokenUsage;
import dev.yiben.pipeline.Usage;
import dev.yiben.pipeline.plan.Batch;
import dev.yiben.pipeline.plan.DocumentPlan;
import dev.yiben.pipeline.plan.PlannedSegment;
import java.util.List;
import java.util.Map;

/**
 * What a plan will cost if nothing has to be asked twice.
 *
 * <p>An answer is taken to be as long as its source, and context to be of the batch's own density.
 */
record UsageEstimate(PromptBuilder prompts) {

  Usage of(DocumentPlan plan) {
    return plan.streams().stream().map(this::ofStream).reduce(Usage.NONE, Usage::plus);
  }

  private Usage ofStream(List<Batch> stream) {
    boolean grows = Conversation.grows(prompts);
    Usage total = Usage.NONE;
    int before = 0;
    int cached = 0;
    for (Batch batch : stream) {
      int own = prompts.tokens(prompts.messages(List.of(), batch.segments(), Map.of()));
      boolean full = before + own + PromptBuilder.answerRoom(batch.segments()) > prompts.window();
      if (before > 0 && (!grows || full)) {
        before = lastSegments(batch);
        cached = 0;
      }
      total = total.plus(new Usage(1, new TokenUsage(before + own, cached, batch.tokens(), 0)));
      before += own + batch.tokens();
      cached = grows ? before : 0;
    }
    return total;
  }

  private int lastSegments(Batch batch) {
    double perSegment =
        batch.segments().stream().mapToInt(PlannedSegment::tokens).average().orElse(0);
    return (int) (2 * perSegment * prompts.settings().contextSegments());
  }
}
