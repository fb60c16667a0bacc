package dev.yiben.inference.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiben.inference.Capabilities;
import dev.yiben.inference.ChatMessage;
import dev.yiben.inference.ConstraintSupport;
import dev.yiben.inference.FinishReason;
import dev.yiben.inference.GenerationListener;
import dev.yiben.inference.GenerationRequest;
import dev.yiben.inference.GenerationResult;
import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import dev.yiben.inference.Sampling;
import dev.yiben.inference.TokenUsage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EnginePoolTest {
  private final List<String> troubles = new ArrayList<>();
  private final List<String> reliefs = new ArrayList<>();
  private final FakeEngine a = new FakeEngine();
  private final FakeEngine b = new FakeEngine();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private FakeTime time = new FakeTime();

  @AfterEach
  void endThreads() throws Exception {
    threads.shutdownNow();
    assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void spreadsRequestsByWeight() throws Exception {
    EnginePool pool = pool(member("a", a, 3, Limits.NONE), member("b", b, 1, Limits.NONE));

    ask(pool, 40);

    assertThat(a.requests()).isEqualTo(30);
    assertThat(b.requests()).isEqualTo(10);
  }

  @Test
  void keepsAStreamAtItsMember() throws Exception {
    EnginePool pool = pool(member("a", a), member("b", b));

    for (int i = 0; i < 10; i++) {
      pool.generate(request("chapter 1"), GenerationListener.NONE);
    }

    assertThat(List.of(a.requests(), b.requests())).containsExactlyInAnyOrder(10, 0);
  }

  @Test
  void movesAStreamWhenItsMemberFails() throws Exception {
    EnginePool pool = pool(member("a", a), member("b", b));
    pool.generate(request("chapter 1"), GenerationListener.NONE);
    a.answering(
        (request, listener) -> {
          throw FakeEngine.down();
        });

    ask(pool, "chapter 1", 5);

    assertThat(a.requests()).isEqualTo(2);
    assertThat(b.requests()).isEqualTo(5);
    assertThat(time.passed()).isZero();
  }

  @Test
  void takesARequestThatFailedInTheMiddleToAnotherMemberAndVoidsItsPieces() throws Exception {
    EnginePool pool = pool(member("a", a), member("b", b));
    a.answering(
        (request, listener) -> {
          listener.onText("half an ans");
          throw FakeEngine.down();
        });
    Pieces pieces = new Pieces();

    GenerationResult result = pool.generate(request(""), pieces);

    assertThat(pieces.text).hasToString(result.text());
    assertThat(pieces.restarts).isEqualTo(1);
  }

  @Test
  void doesNotVoidPiecesThatThereWereNone() throws Exception {
    EnginePool pool = pool(member("a", a), member("b", b));
    a.answering(
        (request, listener) -> {
          throw FakeEngine.down();
        });
    Pieces pieces = new Pieces();

    pool.generate(request(""), pieces);

    assertThat(pieces.restarts).isZero();
  }

  @Test
  void restsAFailingMemberLongerAndLongerAndProbesIt() throws Exception {
    EnginePool pool = pool(member("a", a), member("b", b));
    List<Duration> probes = new ArrayList<>();
    a.answering(
        (request, listener) -> {
          probes.add(time.passed());
          throw FakeEngine.down();
        });
    for (int second = 0; second < 600; second++) {
      ask(pool, 2);
      time.pass(Duration.ofSeconds(1));
    }

    assertThat(probes.size()).isBetween(12, 20);
    assertThat(probes.get(probes.size() - 1).minus(probes.get(probes.size() - 2)))
        .isBetween(Duration.ofSeconds(40), Duration.ofSeconds(62));
    assertThat(troubles).singleElement().asString().startsWith("a fails, and others take");

    a.answering((request, listener) -> FakeEngine.say("back ", "again", listener));
    for (int second = 0; second < 62; second++) {
      ask(pool, 2);
      time.pass(Duration.ofSeconds(1));
    }

    assertThat(reliefs).containsExactly("a answers again");
  }

  @Test
  void survivesAnOutageOfTenMinutesAndSaysSoOnce() throws Exception {
    Instant back = time.now().plus(Duration.ofMinutes(10));
    a.answering(
        (request, listener) -> {
          if (time.now().isBefore(back)) {
            throw FakeEngine.down();
          }
          return FakeEngine.say("here ", "again", listener);
        });
    EnginePool pool = pool(member("a", a));

    GenerationResult result = pool.generate(request("s"), GenerationListener.NONE);

    assertThat(result.text()).isEqualTo("here again");
    assertThat(time.passed()).isBetween(Duration.ofMinutes(10), Duration.ofMinutes(11));
    assertThat(a.requests()).isLessThan(30);
    assertThat(troubles)
        .containsExactly(
            "http://a.test: connection refused; waiting for an answer, up to 30 min"
                + " (--outage-limit)");
    assertThat(reliefs).singleElement().asString().matches("a answers again after 1[01] min; .*");
  }

  @Test
  void saysNothingOfAFailureThatIsSoonOver() throws Exception {
    a.answering(failing(2, FakeEngine::down));

    pool(member("a", a)).generate(request(""), GenerationListener.NONE);

    assertThat(troubles).isEmpty();
    assertThat(reliefs).isEmpty();
  }

  @Test
  void givesUpAnOutageThatIsTooLong() {
    a.answering(failing(Integer.MAX_VALUE, FakeEngine::down));
    EnginePool pool = pool(member("a", a));

    assertThatThrownBy(() -> pool.generate(request(""), GenerationListener.NONE))
        .isInstanceOf(InferenceException.class)
        .hasMessageContaining("connection refused")
        .hasMessageContaining("--outage-limit is 30 min")
        .extracting(e -> ((InferenceException) e).category())
        .isEqualTo(Category.BACKEND_PERMANENT);
    assertThat(time.passed()).isBetween(Duration.ofMinutes(28), Duration.ofMinutes(31));
  }

  @Test
  void givesUpARequestThatFailsThoughOthersAreAnswered() {
    EnginePool pool = pool(member("a", a));
    AtomicInteger others = new AtomicInteger();
    a.answering(
        (request, listener) -> {
          if (request.stream().equals("poison")) {
            throw FakeEngine.down();
          }
          others.incrementAndGet();
          return FakeEngine.say("fine ", "so", listener);
        });
    time.afterWaiting(() -> ask(pool, 1));

    assertThatThrownBy(() -> pool.generate(request("poison"), GenerationListener.NONE))
        .isInstanceOf(InferenceException.class)
        .hasMessageContaining("One request has failed for 30 min");
    assertThat(others.get()).isGreaterThan(30);
    assertThat(troubles).isEmpty();
  }

  @Test
  void waitsAsLongAsItIsAskedTo() throws Exception {
    a.answering(
        failing(1, () -> InferenceException.retryAfter("a: slow down", Duration.ofSeconds(90))));

    pool(member("a", a)).generate(request(""), GenerationListener.NONE);

    assertThat(time.passed()).isBetween(Duration.ofSeconds(90), Duration.ofSeconds(91));
    assertThat(troubles).singleElement().asString().startsWith("a: slow down; waiting");
  }

  @Test
  void neverLetsATooManyRequestsOutWhileWaitingHelps() throws Exception {
    AtomicInteger number = new AtomicInteger();
    // Nine of ten are refused, for hours.
    a.answering(
        (request, listener) -> {
          if (number.incrementAndGet() % 10 != 0) {
            throw InferenceException.retryAfter("a: slow down", Duration.ofMinutes(2));
          }
          return FakeEngine.say("fine ", "so", listener);
        });

    ask(pool(member("a", a)), 20);

    assertThat(time.passed()).isGreaterThan(Duration.ofHours(5));
  }

  @Test
  void stopsAtOnceWhenItIsAskedToWaitLongerThanTheLimit() {
    a.answering(
        failing(1, () -> InferenceException.retryAfter("a: come back", Duration.ofHours(5))));
    EnginePool pool = pool(member("a", a));

    assertThatThrownBy(() -> pool.generate(request(""), GenerationListener.NONE))
        .hasMessageContaining("the next attempt would be in 5 h, and --outage-limit is 30 min");
    assertThat(time.passed()).isZero();
  }

  @Test
  void copesWithAnAbsurdRetryAfter() {
    a.answering(
        failing(
            1, () -> InferenceException.retryAfter("a: no", Duration.ofSeconds(Long.MAX_VALUE))));
    EnginePool pool = pool(member("a", a));

    assertThatThrownBy(() -> pool.generate(request(""), GenerationListener.NONE))
        .hasMessageContaining("--outage-limit is 30 min");
    assertThat(a.requests()).isEqualTo(1);
  }

  @Test
  void aMemberThatAsksToWaitLetsTheOthersWork() throws Exception {
    a.answering(failing(1, () -> InferenceException.retryAfter("a: later", Duration.ofHours(5))));
    EnginePool pool = pool(member("a", a), member("b", b));

    ask(pool, 100);

    assertThat(a.requests()).isEqualTo(1);
    assertThat(b.requests()).isEqualTo(100);
    assertThat(time.passed()).isZero();
  }

  @Test
  void dropsAMemberWhoseKeyIsRefusedWithALine() throws Exception {
    a.answering(failing(Integer.MAX_VALUE, EnginePoolTest::refused));
    EnginePool pool = pool(member("a", a), member("b", b));

    ask(pool, 10);

    assertThat(a.requests()).isEqualTo(1);
    assertThat(troubles).containsExactly("a is left out from now on: a: the key is refused");
    assertThat(pool.size()).isEqualTo(1);
  }

  @Test
  void stopsAtOnceWhenTheOnlyKeyIsRefused() {
    a.answering(failing(Integer.MAX_VALUE, EnginePoolTest::refused));
    EnginePool pool = pool(member("a", a));

    assertThatThrownBy(() -> pool.generate(request(""), GenerationListener.NONE))
        .hasMessage("a: the key is refused");
    assertThatThrownBy(() -> pool.generate(request(""), GenerationListener.NONE))
        .hasMessage("a: the key is refused");
    assertThat(a.requests()).isEqualTo(1);
    assertThat(troubles).isEmpty();
  }

  @Test
  void beginsNoMoreRequestsInAnyMinuteThanAllowed() throws Exception {
    List<Duration> begun = new ArrayList<>();
    a.answering(
        (request, listener) -> {
          begun.add(time.passed());
          time.pass(Duration.ofMillis(700));
          return FakeEngine.say("fine ", "so", listener);
        });
    EnginePool pool = pool(member("a", a, 1, limits(10, 0, 0)));

    ask(pool, 55);

    for (int i = 10; i < begun.size(); i++) {
      assertThat(begun.get(i).minus(begun.get(i - 10))).isGreaterThan(Duration.ofMinutes(1));
    }
    // Nothing of what is allowed is given away.
    assertThat(time.passed()).isLessThan(Duration.ofSeconds(315));
    assertThat(troubles).isEmpty();
  }

  @Test
  void spendsNoMoreTokensInAnyMinuteThanAllowed() throws Exception {
    List<Duration> begun = new ArrayList<>();
    a.answering(
        (request, listener) -> {
          begun.add(time.passed());
          time.pass(Duration.ofMillis(200));
          return new GenerationResult("x", FinishReason.STOP, TokenUsage.of(50, 100));
        });
    EnginePool pool = pool(member("a", a, 1, limits(0, 1000, 0)));

    ask(pool, 60);

    for (int i = 0; i < begun.size(); i++) {
      Duration start = begun.get(i);
      long inMinute =
          begun.stream()
              .filter(at -> at.compareTo(start) >= 0)
              .filter(at -> at.minus(start).compareTo(Duration.ofMinutes(1)) < 0)
              .count();
      assertThat(inMinute * 150).isLessThanOrEqualTo(1000);
    }
    // Six a minute; a bound of the answers' length would allow three.
    assertThat(time.passed()).isLessThan(Duration.ofMinutes(11));
  }

  @Test
  void asksForMoreTokensThanAllowedWhenTheMinuteIsEmpty() throws Exception {
    EnginePool pool = pool(member("a", a, 1, limits(0, 20, 0)));

    ask(pool, 3);

    assertThat(a.requests()).isEqualTo(3);
    assertThat(time.passed()).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(122));
  }

  @Test
  void waitsForTheNextDayOfRequestsAndSaysSo() throws Exception {
    time = new FakeTime(Instant.parse("2026-03-01T20:00:00Z"));
    DailyReset reset = new DailyReset(LocalTime.MIDNIGHT, ZoneId.of("America/Los_Angeles"));
    EnginePool pool = pool(member("a", a, 1, new Limits(0, 0, 5, reset, 0)));

    ask(pool, 7);

    assertThat(time.now()).isEqualTo(Instant.parse("2026-03-02T08:00:00Z"));
    assertThat(troubles)
        .containsExactly(
            "the requests of the day are used up; going on in 12 h, at 2026-03-02T08:00:00Z"
                + " (^C ends, and the same command resumes)");
    assertThat(reliefs).containsExactly("going on, since a new day of requests has begun");
    ask(pool, 3);
    assertThat(time.now()).isEqualTo(Instant.parse("2026-03-02T08:00:00Z"));
  }

  @Test
  void saysNothingOfUsedUpRequestsWhileAnotherMemberIsOnlyBusy() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    Limits one = new Limits(0, 0, 0, DailyReset.MIDNIGHT_UTC, 1);
    FakeEngine busy = new FakeEngine("model", 1);
    busy.answering(
        (request, listener) -> {
          if (request.stream().equals("slow")) {
            release.await();
          }
          return FakeEngine.say("fine ", "so", listener);
        });
    FakeTime still = new FakeTime();
    time = still;
    EnginePool pool = pool(member("a", a, 1, limits(0, 0, 1)), member("b", busy, 1, one));
    ask(pool, 1);
    Future<GenerationResult> slow =
        threads.submit(() -> pool.generate(request("slow"), GenerationListener.NONE));
    while (busy.requests() == 0) {
      Thread.sleep(1);
    }
    // The fake time would let the day pass at once.
    still.afterWaiting(release::countDown);

    ask(pool, 1);

    assertThat(slow.get().text()).isEqualTo("fine so");
    assertThat(troubles).isEmpty();
  }

  @Test
  void isNotGivenUpWhileOneIsProbedThoughAnotherAsksForALongWait() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    AtomicInteger probes = new AtomicInteger();
    a.answering(
        (request, listener) -> {
          int probe = probes.incrementAndGet();
          if (probe == 1) {
            throw FakeEngine.down();
          }
          if (request.stream().equals("probe")) {
            release.await();
          }
          return FakeEngine.say("fine ", "so", listener);
        });
    b.answering(failing(1, () -> InferenceException.retryAfter("b: later", Duration.ofHours(5))));
    Limits one = new Limits(0, 0, 0, DailyReset.MIDNIGHT_UTC, 1);
    EnginePool pool = pool(member("a", a, 1, one), member("b", b));
    Future<GenerationResult> probing =
        threads.submit(() -> pool.generate(request("probe"), GenerationListener.NONE));
    while (probes.get() < 2) {
      Thread.sleep(1);
    }
    time.afterWaiting(release::countDown);

    ask(pool, 1);

    assertThat(probing.get().text()).isEqualTo("fine so");
  }

  @Test
  void theWaitForTheNextDayIsNoOutage() throws Exception {
    a.answering(failing(3, FakeEngine::down));
    EnginePool pool = pool(member("a", a, 1, limits(0, 0, 2)));

    ask(pool, 1);

    assertThat(a.requests()).isEqualTo(4);
    assertThat(time.now()).isAfter(Instant.parse("2026-03-02T00:00:00Z"));
    assertThat(troubles).singleElement().asString().contains("requests of the day are used up");
  }

  @Test
  void aDayBeginsAtItsTimeEvenWhenClocksAreSet() {
    DailyReset reset = new DailyReset(LocalTime.of(3, 0), ZoneId.of("Europe/Berlin"));

    assertThat(reset.after(Instant.parse("2026-03-28T12:00:00Z")))
        .isEqualTo(Instant.parse("2026-03-29T01:00:00Z"));
    assertThat(reset.after(Instant.parse("2026-03-29T01:00:00Z")))
        .isEqualTo(Instant.parse("2026-03-30T01:00:00Z"));
    assertThat(reset.after(Instant.parse("2026-10-24T01:00:00Z")))
        .isEqualTo(Instant.parse("2026-10-25T02:00:00Z"));
  }

  @Test
  void hasNoMoreRequestsUnderWayThanAllowed() throws Exception {
    AtomicInteger underWay = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    FakeEngine engine = new FakeEngine("model", 64);
    engine.answering(
        (request, listener) -> {
          most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
          Thread.sleep(5);
          underWay.decrementAndGet();
          return FakeEngine.say("fine ", "so", listener);
        });
    Limits limits = new Limits(0, 0, 0, DailyReset.MIDNIGHT_UTC, 3);
    EnginePool pool = pool(member("a", engine, 1, limits));

    List<Future<GenerationResult>> answers = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      answers.add(threads.submit(() -> pool.generate(request(""), GenerationListener.NONE)));
    }
    for (Future<GenerationResult> answer : answers) {
      assertThat(answer.get().text()).isEqualTo("fine so");
    }

    assertThat(most).hasValue(3);
    assertThat(pool.capabilities().slots()).isEqualTo(3);
  }

  @Test
  void holdsNoPlaceWhileItWaits() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    Limits one = new Limits(0, 0, 0, DailyReset.MIDNIGHT_UTC, 1);
    a.answering(
        (request, listener) -> {
          if (request.stream().equals("slow")) {
            release.await();
          }
          return FakeEngine.say("fine ", "so", listener);
        });
    EnginePool pool = pool(member("a", a, 1, one), member("b", b, 1, one));
    Future<GenerationResult> slow =
        threads.submit(() -> pool.generate(request("slow"), GenerationListener.NONE));
    while (a.requests() == 0) {
      Thread.sleep(1);
    }
    // It waits a while for its member, in vain, and goes to the other one.
    b.answering(failing(1, FakeEngine::down));

    ask(pool, 3);

    assertThat(b.requests()).isEqualTo(4);
    release.countDown();
    assertThat(slow.get().text()).isEqualTo("fine so");
  }

  @Test
  void leavesAMemberThatIsBusyForLong() throws Exception {
    EnginePool pool = pool(member("a", a, 1, limits(1, 0, 0)), member("b", b));

    ask(pool, "chapter", 3);

    assertThat(a.requests()).isEqualTo(1);
    assertThat(b.requests()).isEqualTo(2);
    assertThat(time.passed()).isZero();
  }

  @Test
  void letsOneRequestThroughToSeeWhetherAMemberIsBack() throws Exception {
    AtomicInteger underWay = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    FakeEngine engine = new FakeEngine("model", 32);
    engine.answering(failing(3, FakeEngine::down));
    EnginePool pool = pool(member("a", engine));
    pool.generate(request(""), GenerationListener.NONE);
    engine.answering(
        (request, listener) -> {
          most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
          Thread.sleep(20);
          underWay.decrementAndGet();
          throw FakeEngine.down();
        });
    for (int i = 0; i < 32; i++) {
      Future<GenerationResult> unused =
          threads.submit(() -> pool.generate(request(""), GenerationListener.NONE));
    }
    while (time.passed().compareTo(Duration.ofMinutes(10)) < 0) {
      Thread.sleep(1);
    }

    assertThat(most.get()).isLessThanOrEqualTo(2);
  }

  @Test
  void isInterruptedWhileItWaits() throws Exception {
    CountDownLatch waiting = new CountDownLatch(1);
    FakeEngine busy = new FakeEngine("model", 1);
    busy.answering(
        (request, listener) -> {
          waiting.countDown();
          Thread.sleep(60_000);
          return FakeEngine.say("fine ", "so", listener);
        });
    EnginePool pool = pool(member("a", busy));
    Future<GenerationResult> first =
        threads.submit(() -> pool.generate(request(""), GenerationListener.NONE));
    waiting.await();
    Future<GenerationResult> second =
        threads.submit(() -> pool.generate(request(""), GenerationListener.NONE));

    threads.shutdownNow();

    for (Future<GenerationResult> answer : List.of(first, second)) {
      assertThat(answer)
          .failsWithin(Duration.ofSeconds(10))
          .withThrowableThat()
          .withCauseInstanceOf(InterruptedException.class);
    }
  }

  @Test
  void isInterruptedInAnOutage() {
    a.answering(
        (request, listener) -> {
          Thread.currentThread().interrupt();
          throw FakeEngine.down();
        });
    EnginePool pool = pool(member("a", a));

    assertThatThrownBy(() -> pool.generate(request(""), GenerationListener.NONE))
        .isInstanceOf(InterruptedException.class);
  }

  @Test
  void closingEndsThoseThatWait() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    FakeEngine busy = new FakeEngine("model", 1);
    busy.answering(
        (request, listener) -> {
          release.await();
          return FakeEngine.say("fine ", "so", listener);
        });
    EnginePool pool = pool(member("a", busy));
    ConcurrentLinkedQueue<Future<GenerationResult>> answers = new ConcurrentLinkedQueue<>();
    for (int i = 0; i < 3; i++) {
      answers.add(threads.submit(() -> pool.generate(request(""), GenerationListener.NONE)));
    }
    while (busy.requests() == 0) {
      Thread.sleep(1);
    }

    pool.close();
    release.countDown();

    long failed =
        answers.stream()
            .filter(
                answer -> {
                  try {
                    answer.get(10, TimeUnit.SECONDS);
                    return false;
                  } catch (Exception e) {
                    return e.getCause() instanceof InferenceException;
                  }
                })
            .count();
    assertThat(failed).isEqualTo(2);
    assertThat(busy.closed()).isTrue();
  }

  @Test
  void canDoWhatTheWeakestCan() {
    FakeEngine strong = engine("m", 8192, 8, ConstraintSupport.GRAMMAR, true);
    FakeEngine weak = engine("m", 4096, 2, ConstraintSupport.NONE, false);

    Capabilities together = pool(member("a", strong), member("b", weak)).capabilities();

    assertThat(together.model()).isEqualTo("m");
    assertThat(together.fingerprint()).isEqualTo("print");
    assertThat(together.contextWindow()).isEqualTo(4096);
    assertThat(together.slots()).isEqualTo(10);
    assertThat(together.constraint()).isEqualTo(ConstraintSupport.NONE);
    assertThat(together.prefixCache()).isFalse();
  }

  @Test
  void refusesDifferentModelsUnlessToldSo() {
    FakeEngine other = new FakeEngine("other", 1);

    assertThatThrownBy(() -> pool(member("a", a), member("b", other)))
        .isInstanceOf(InferenceException.class)
        .hasMessageContaining("a has model, b has other");
    assertThat(a.closed()).isTrue();
    assertThat(other.closed()).isTrue();

    EnginePool mixed =
        EnginePool.open(
            List.of(member("a", a), member("b", other)),
            new PoolSettings(Duration.ofMinutes(1), true),
            PoolListener.NONE);
    assertThat(mixed.capabilities().model()).isEqualTo("model and other");
    assertThat(mixed.capabilities().fingerprint()).isEqualTo("print of model+print of other");
  }

  @Test
  void goesOnWithoutAMemberThatIsDownAtTheStartAndTakesItInLater() throws Exception {
    AtomicInteger attempts = new AtomicInteger();
    PoolMember late =
        new PoolMember(
            "b",
            () -> {
              if (attempts.incrementAndGet() < 3) {
                throw FakeEngine.down();
              }
              return b;
            },
            1,
            Limits.NONE);
    EnginePool pool = pool(member("a", a), late);

    ask(pool, 10);
    assertThat(b.requests()).isZero();
    time.pass(Duration.ofMinutes(5));
    ask(pool, 10);
    time.pass(Duration.ofMinutes(5));
    ask(pool, 10);

    assertThat(b.requests()).isPositive();
    assertThat(troubles)
        .first()
        .isEqualTo("b is tried again later: http://a.test: connection refused");
  }

  @Test
  void leavesOutAMemberThatComesLateWithAnotherModel() throws Exception {
    FakeEngine other = new FakeEngine("other", 4);
    AtomicInteger attempts = new AtomicInteger();
    PoolMember late =
        new PoolMember(
            "b",
            () -> {
              if (attempts.incrementAndGet() == 1) {
                throw FakeEngine.down();
              }
              return other;
            },
            1,
            Limits.NONE);
    EnginePool pool = pool(member("a", a), late);

    time.pass(Duration.ofMinutes(5));
    ask(pool, 10);

    assertThat(a.requests()).isEqualTo(10);
    assertThat(other.closed()).isTrue();
    assertThat(troubles)
        .last()
        .asString()
        .contains("b is left out", "it has the model other and the others have model");
  }

  @Test
  void failsAsTheOnlyMemberDoesWhenItCannotBeOpened() {
    PoolMember broken =
        new PoolMember(
            "a",
            () -> {
              throw FakeEngine.down();
            },
            1,
            Limits.NONE);

    assertThatThrownBy(() -> pool(broken)).hasMessage("http://a.test: connection refused");
    assertThat(troubles).isEmpty();
  }

  @Test
  void passesOnFaultsOfTheProgram() throws Exception {
    a.answering(
        (request, listener) -> {
          throw new IllegalStateException("a bug");
        });
    EnginePool pool = pool(member("a", a, 1, new Limits(0, 0, 0, DailyReset.MIDNIGHT_UTC, 1)));

    assertThatThrownBy(() -> pool.generate(request(""), GenerationListener.NONE))
        .isInstanceOf(IllegalStateException.class);
    a.answering((request, listener) -> FakeEngine.say("fine ", "so", listener));
    assertThat(pool.generate(request(""), GenerationListener.NONE).text()).isEqualTo("fine so");
  }

  private EnginePool pool(PoolMember... members) {
    return EnginePool.open(
        Arrays.asList(members),
        PoolSettings.DEFAULT,
        new PoolListener() {
          @Override
          public void onTrouble(String line) {
            troubles.add(line);
          }

          @Override
          public void onRelief(String line) {
            reliefs.add(line);
          }
        },
        time,
        new SplittableRandom(1));
  }

  private static PoolMember member(String name, FakeEngine engine) {
    return member(name, engine, 1, Limits.NONE);
  }

  private static PoolMember member(String name, FakeEngine engine, int weight, Limits limits) {
    return new PoolMember(name, () -> engine, weight, limits);
  }

  private static Limits limits(int requests, long tokens, int requestsOfDay) {
    return new Limits(requests, tokens, requestsOfDay, DailyReset.MIDNIGHT_UTC, 0);
  }

  private static FakeEngine engine(
      String model, int window, int slots, ConstraintSupport constraint, boolean cache) {
    return new FakeEngine(
        new Capabilities(model, "print", window, slots, constraint, false, "", cache));
  }

  private static InferenceException refused() {
    return new InferenceException(Category.BACKEND_PERMANENT, "a: the key is refused");
  }

  private static FakeEngine.Answer failing(int times, Supplier<InferenceException> failure) {
    AtomicInteger left = new AtomicInteger(times);
    return (request, listener) -> {
      if (left.getAndDecrement() > 0) {
        throw failure.get();
      }
      return FakeEngine.say("fine ", "so", listener);
    };
  }

  private static void ask(EnginePool pool, int times) throws InterruptedException {
    ask(pool, "", times);
  }

  private static void ask(EnginePool pool, String stream, int times) throws InterruptedException {
    for (int i = 0; i < times; i++) {
      pool.generate(request(stream), GenerationListener.NONE);
    }
  }

  private static GenerationRequest request(String stream) {
    return new GenerationRequest(
        List.of(ChatMessage.user("x".repeat(50))),
        Optional.empty(),
        Sampling.greedy(),
        300,
        stream);
  }

  private static final class Pieces implements GenerationListener {
    private final StringBuilder text = new StringBuilder();
    private int restarts;

    @Override
    public boolean onText(String piece) {
      text.append(piece);
      return true;
    }

    @Override
    public void onRestart() {
      text.setLength(0);
      restarts++;
    }
  }
}
