package dev.yiben.pipeline.work;

import dev.yiben.inference.ChatMessage;
import dev.yiben.inference.InferenceEngine;
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
record UsageEstimate(InferenceEngine engine, RequestSettings settings) {

  Usage of(DocumentPlan plan) {
    return plan.streams().stream()
        .flatMap(List::stream)
        .map(this::of)
        .reduce(Usage.NONE, Usage::plus);
  }

  private Usage of(Batch batch) {
    List<ChatMessage> messages =
        settings
            .template()
            .messages(
                settings.languages(),
                List.of(),
                batch.segments().stream().map(ContextSource::line).toList(),
                Map.of());
    int prompt = messages.stream().mapToInt(m -> engine.countTokens(m.content())).sum();
    int perSegment =
        (int) batch.segments().stream().mapToInt(PlannedSegment::tokens).average().orElse(0);
    int context = 2 * perSegment * settings.contextSegments();
    return new Usage(1, TokenUsage.of(prompt + (long) context, batch.tokens()));
  }
}
