package dev.yiben.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** What holds for every engine; a test of an engine extends it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
public abstract class InferenceEngineContract {
  private InferenceEngine engine;

  /** Opens an engine that can work on two requests at once, if it is able to. */
  protected abstract InferenceEngine open() throws Exception;

  /** Returns a request that the engine answers with at least two tokens. */
  protected abstract GenerationRequest request();

  /** Returns the engine that the tests of a class share. */
  protected final InferenceEngine engine() {
    return engine;
  }

  @BeforeAll
  final void openShared() throws Exception {
    engine = open();
  }

  @AfterAll
  final void closeShared() {
    if (engine != null) {
      engine.close();
    }
  }

  @Test
  void answers() throws Exception {
    GenerationResult result = engine.generate(request(), GenerationListener.NONE);

    assertThat(result.text()).isNotBlank();
    assertThat(result.finishReason()).isEqualTo(FinishReason.STOP);
    assertThat(result.tokens().prompt()).isPositive();
    assertThat(result.tokens().generated()).isBetween(1L, (long) request().maxTokens());
  }

  @Test
  void saysWhatItCanDo() {
    Capabilities capabilities = engine.capabilities();

    assertThat(capabilities.model()).isNotBlank();
    assertThat(capabilities.fingerprint()).isNotBlank();
    assertThat(capabilities.contextWindow()).isPositive();
    assertThat(capabilities.slots()).isPositive();
    assertThat(capabilities.promptProfile()).isNotNull();
    assertThat(engine.capabilities()).isEqualTo(capabilities);
  }

  @Test
  void givesTheSameAnswerToTheSameRequest() throws Exception {
    String first = engine.generate(request(), GenerationListener.NONE).text();

    assertThat(engine.generate(request(), GenerationListener.NONE).text()).isEqualTo(first);
  }

  @Test
  void passesThePiecesOfTheAnswerToTheListener() throws Exception {
    StringBuilder pieces = new StringBuilder();

    GenerationResult result =
        engine.generate(
            request(),
            piece -> {
              pieces.append(piece);
              return true;
            });

    assertThat(pieces.toString()).isEqualTo(result.text());
  }

  @Test
  void callsTheListenerOnTheCallingThread() throws Exception {
    List<Thread> threads = new ArrayList<>();

    engine.generate(
        request(),
        piece -> {
          threads.add(Thread.currentThread());
          return true;
        });

    assertThat(threads).isNotEmpty().containsOnly(Thread.currentThread());
  }

  @Test
  void stopsWhenTheListenerSaysSo() throws Exception {
    List<String> pieces = new ArrayList<>();

    GenerationResult result =
        engine.generate(
            request(),
            piece -> {
              pieces.add(piece);
              return false;
            });

    assertThat(result.finishReason()).isEqualTo(FinishReason.STOPPED_BY_LISTENER);
    assertThat(pieces).hasSize(1);
    assertThat(result.text()).isEqualTo(pieces.get(0));
  }

  @Test
  void passesOnWhatTheListenerThrowsAndGoesOn() throws Exception {
    assertThatThrownBy(
            () ->
                engine.generate(
                    request(),
                    piece -> {
                      throw new IllegalStateException("of the listener");
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("of the listener");

    assertThat(engine.generate(request(), GenerationListener.NONE).text()).isNotBlank();
  }

  @Test
  void endsWhenTheThreadIsInterrupted() throws Exception {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> engine.generate(request(), GenerationListener.NONE))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
    assertThat(engine.generate(request(), GenerationListener.NONE).text()).isNotBlank();
  }

  @Test
  void obeysTheGrammar() throws Exception {
    assumeTrue(
        engine.capabilities().constraint() == ConstraintSupport.GRAMMAR,
        "this engine enforces no grammar");
    GenerationRequest free = request();

    GenerationResult result =
        engine.generate(
            new GenerationRequest(
                free.messages(),
                Optional.of(new OutputConstraint.Grammar("root ::= \"7|\" (\"yes\" | \"no\")")),
                free.sampling(),
                free.maxTokens()),
            GenerationListener.NONE);

    assertThat(result.text()).isIn("7|yes", "7|no");
    assertThat(result.finishReason()).isEqualTo(FinishReason.STOP);
  }

  @Test
  void answersManyThreadsAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Callable<GenerationResult> ask = () -> engine.generate(request(), GenerationListener.NONE);
      List<Future<GenerationResult>> answers = new ArrayList<>();
      for (int i = 0; i < 24; i++) {
        answers.add(threads.submit(ask));
      }
      for (Future<GenerationResult> answer : answers) {
        assertThat(answer.get().text()).isNotBlank();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void countsTokens() {
    assertThat(engine.countTokens("")).isZero();
    int few = engine.countTokens("The keeper opens the door.");
    assertThat(few).isPositive();
    assertThat(engine.countTokens("The keeper opens the door.".repeat(10))).isGreaterThan(few);
  }

  @Test
  void mayBeClosedTwiceAndThenRefusesRequests() throws Exception {
    InferenceEngine closed = open();
    closed.close();
    closed.close();

    assertThatThrownBy(() -> closed.generate(request(), GenerationListener.NONE))
        .isInstanceOf(InferenceException.class);
  }

  @Test
  void mayBeClosedWhileItAnswers() throws Exception {
    InferenceEngine closing = open();
    CountDownLatch begun = new CountDownLatch(1);
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try {
      Future<GenerationResult> answer =
          threads.submit(
              () ->
                  closing.generate(
                      request(),
                      piece -> {
                        begun.countDown();
                        return true;
                      }));
      assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();

      closing.close();

      assertThat(answer)
          .satisfiesAnyOf(
              done -> assertThat(done).succeedsWithin(Duration.ofSeconds(60)),
              done ->
                  assertThat(done)
                      .failsWithin(Duration.ofSeconds(60))
                      .withThrowableOfType(ExecutionException.class)
                      .withCauseInstanceOf(InferenceException.class));
    } finally {
      threads.shutdownNow();
    }
  }
}
