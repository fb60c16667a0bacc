package dev.yiben.inference.pool;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Pauses that double from failure to failure, up to a limit, and vary so that many spread out. */
final class Backoff {
  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final double VARIATION = 0.25;

  private final RandomGenerator random;

  Backoff(RandomGenerator random) {
    this.random = random;
  }

  /** Returns the pause after so many failures in a row, in nanoseconds. */
  long nanos(int failures) {
    long doubled = FIRST.toNanos() << Math.min(20, failures - 1);
    return vary(Math.min(LONGEST.toNanos(), doubled));
  }

  /** Returns a pause that was asked for, never shortened. */
  long nanos(int failures, Duration asked) {
    // Bounded before it is counted in nanoseconds, since anything may stand in an answer.
    long nanos = asked.compareTo(Duration.ofDays(366)) > 0 ? Long.MAX_VALUE / 4 : asked.toNanos();
    return Math.max(nanos + random.nextLong(FIRST.toNanos()), nanos(failures));
  }

  private long vary(long nanos) {
    return (long) (nanos * (1 - VARIATION * random.nextDouble()));
  }
}
