package dev.yiben.pipeline.work;

import dev.yiben.inference.GenerationRequest;
import dev.yiben.inference.GenerationResult;
import dev.yiben.inference.InferenceEngine;
import dev.yiben.inference.Sampling;
import dev.yiben.pipeline.Usage;
import dev.yiben.pipeline.plan.Batch;
import dev.yiben.pipeline.plan.DocumentPlan;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Times the beginning of one answer, to tell how long a plan will take. */
final class SpeedTrial {
  private static final int TRIAL_TOKENS = 24;

  private final InferenceEngine engine;
  private double secondsPerPromptToken;
  private double secondsPerGeneratedToken;
  private boolean done;

  SpeedTrial(InferenceEngine engine) {
    this.engine = engine;
  }

  /** Tries the first batch of a plan, unless one was tried already. */
  void run(DocumentPlan plan, RequestSettings settings) throws InterruptedException {
    Optional<Batch> batch = plan.streams().stream().flatMap(List::stream).findFirst();
    if (done || batch.isEmpty() || engine.capabilities().rehearsal()) {
      return;
    }
    GenerationRequest request =
        new GenerationRequest(
            settings
                .template()
                .messages(
                    settings.languages(),
                    List.of(),
                    batch.get().segments().stream().map(ContextSource::line).toList(),
                    Map.of()),
            Optional.empty(),
            Sampling.greedy(),
            TRIAL_TOKENS);
    long start = System.nanoTime();
    long[] first = {0};
    GenerationResult result =
        engine.generate(
            request,
            piece -> {
              first[0] = first[0] == 0 ? System.nanoTime() : first[0];
              return true;
            });
    long end = System.nanoTime();
    long prompted = first[0] == 0 ? end : first[0];
    secondsPerPromptToken = (prompted - start) / 1e9 / Math.max(1, result.tokens().prompt());
    secondsPerGeneratedToken =
        (end - prompted) / 1e9 / Math.max(1, result.tokens().generated() - 1);
    done = true;
  }

  /** Returns how long so much will take, if a trial was made. */
  Optional<Duration> estimate(Usage usage) {
    double seconds =
        usage.tokens().evaluated() * secondsPerPromptToken
            + usage.tokens().generated() * secondsPerGeneratedToken;
    return done ? Optional.of(Duration.ofMillis(Math.round(seconds * 1000))) : Optional.empty();
  }
}
