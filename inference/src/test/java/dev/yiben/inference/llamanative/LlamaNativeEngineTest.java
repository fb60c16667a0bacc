package dev.yiben.inference.llamanative;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.inference.DemoModelContract;
import dev.yiben.inference.GenerationListener;
import dev.yiben.inference.GenerationResult;
import dev.yiben.inference.InferenceEngine;
import dev.yiben.inference.TokenProbability;
import dev.yiben.inference.llamacpp.DemoModel;
import dev.yiben.inference.load.LlamaCppSettings;
import dev.yiben.inference.runtime.RuntimeForTests;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class LlamaNativeEngineTest extends DemoModelContract {
  @Override
  protected InferenceEngine open(LlamaCppSettings settings) {
    return LlamaNativeEngine.open(RuntimeForTests.required().libraries(), settings);
  }

  @Test
  void saysHowSureTheModelWasOfEachToken() throws Exception {
    GenerationResult result =
        engine().generate(request().withProbabilities(), GenerationListener.NONE);

    assertThat(
            result.probabilities().stream()
                .map(TokenProbability::text)
                .collect(Collectors.joining()))
        .isEqualTo(result.text());
    assertThat(result.probabilities())
        .allSatisfy(token -> assertThat(token.logProbability()).isBetween(-20.0, 0.0))
        .noneMatch(TokenProbability::forced);
    // The end is a token too, but none of the text.
    assertThat(result.tokens().generated()).isEqualTo(result.probabilities().size() + 1);
  }

  @Test
  void doesNotAskTheModelWhatTheGrammarForces() throws Exception {
    String forced = "7|The keeper opens the door.";

    GenerationResult result =
        engine()
            .generate(
                DemoModel.request(DemoModel.TWO_LINES, "root ::= \"" + forced + "\"", 100)
                    .withProbabilities(),
                GenerationListener.NONE);

    assertThat(result.text()).isEqualTo(forced);
    long asked = result.probabilities().stream().filter(token -> !token.forced()).count();
    assertThat(asked).isLessThan(4);
    assertThat(result.tokens().generated()).isEqualTo(result.probabilities().size());
  }

  @Test
  void closesSoonWhileItReadsALongPrompt() throws Exception {
    InferenceEngine closing = open();
    int window = closing.capabilities().contextWindow();
    String line = "1|The old keeper opens the door. ";
    String prompt = line.repeat((window - 100) / closing.countTokens(line));
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try {
      CountDownLatch begun = new CountDownLatch(1);
      Future<GenerationResult> answer =
          threads.submit(
              () -> {
                begun.countDown();
                return closing.generate(DemoModel.request(prompt, 50), GenerationListener.NONE);
              });
      assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
      long start = System.nanoTime();

      closing.close();

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
      assertThat(answer)
          .satisfiesAnyOf(
              done -> assertThat(done).succeedsWithin(Duration.ofSeconds(5)),
              done -> assertThat(done).failsWithin(Duration.ofSeconds(5)));
    } finally {
      threads.shutdownNow();
    }
  }
}
