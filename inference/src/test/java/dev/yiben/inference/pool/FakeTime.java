package dev.yiben.inference.pool;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;

/** Time that passes at once when somebody waits for it. */
final class FakeTime implements PoolTime {
  private final Instant start;
  private volatile long nanos;
  private Event afterWaiting = () -> {};

  /** Something that happens. */
  @FunctionalInterface
  interface Event {
    void happen() throws InterruptedException;
  }

  FakeTime() {
    this(Instant.parse("2026-03-01T12:00:00Z"));
  }

  FakeTime(Instant start) {
    this.start = start;
  }

  @Override
  public long nanos() {
    return nanos;
  }

  @Override
  public Instant now() {
    return start.plusNanos(nanos);
  }

  @Override
  @SuppressWarnings("WaitNotInLoop") // The caller has the loop.
  public void await(Condition condition, long wait) throws InterruptedException {
    if (wait == Long.MAX_VALUE) {
      condition.await();
    } else {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      pass(Duration.ofNanos(wait));
      afterWaiting.happen();
    }
  }

  /** Lets something happen whenever somebody has waited. */
  void afterWaiting(Event event) {
    afterWaiting = event;
  }

  synchronized void pass(Duration time) {
    nanos += time.toNanos();
  }

  Duration passed() {
    return Duration.ofNanos(nanos);
  }
}
