package dev.yiben.inference.pool;

import dev.yiben.inference.InferenceEngine;
import dev.yiben.inference.InferenceException;
import dev.yiben.inference.TokenUsage;
import dev.yiben.inference.pool.Readiness.Obstacle;
import java.time.Duration;
import java.util.Optional;

/**
 * A member with what is known of it; all but {@link #open} is guarded by the pool's lock.
 *
 * <p>After a failure it rests. Then one request probes it, and with each success it may take one
 * more at once, so that a back-end that has just come up is not run over.
 */
final class Member {
  /** From so many failures in a row on it is worth a line while others do the work. */
  private static final int TOLD_FAILURES = 3;

  private final PoolMember configuration;
  private final Backoff backoff;
  private final MinuteWindow requests;
  private final MinuteWindow tokens;
  private final DayQuota day;
  private volatile InferenceEngine engine;
  private int concurrency = 1;
  private int underWay;
  private int allowed = 1;
  private int failures;
  private int rests;
  private long restEnds;
  private boolean told;
  private long turn;

  Member(PoolMember configuration, Backoff backoff, long now) {
    this.configuration = configuration;
    this.backoff = backoff;
    restEnds = now;
    Limits limits = configuration.limits();
    requests = new MinuteWindow(limits.requestsPerMinute());
    tokens = new MinuteWindow(limits.tokensPerMinute());
    day = new DayQuota(limits.requestsPerDay(), limits.dailyReset());
  }

  String name() {
    return configuration.name();
  }

  boolean countsTokens() {
    return tokens.limited();
  }

  /** Returns the engine, if it could be opened. */
  Optional<InferenceEngine> engine() {
    return Optional.ofNullable(engine);
  }

  /** Opens the engine. */
  InferenceEngine open() {
    return configuration.engine().get();
  }

  /** Takes the engine into use. */
  void opened(InferenceEngine opened) {
    engine = opened;
    int limit = configuration.limits().concurrency();
    concurrency = limit == 0 ? Math.max(1, opened.capabilities().slots()) : limit;
    allowed = failures == 0 ? concurrency : 1;
  }

  int concurrency() {
    return concurrency;
  }

  boolean isHealthy(long now) {
    return failures == 0 && restEnds - now <= 0;
  }

  Readiness readiness(long wantedTokens, PoolTime time) {
    long now = time.nanos();
    if (restEnds - now > 0) {
      return new Readiness(Obstacle.REST, restEnds - now);
    }
    Duration untilDay = day.until(time.now());
    if (!untilDay.isZero()) {
      return new Readiness(Obstacle.DAY, untilDay.toNanos());
    }
    long minute = Math.max(requests.nanosUntil(1, now), tokens.nanosUntil(wantedTokens, now));
    if (minute > 0) {
      return new Readiness(Obstacle.MINUTE, minute);
    }
    return underWay >= allowed ? Readiness.FULL : Readiness.NOW;
  }

  /**
   * Adds its weight to its claim on the next request, as in nginx's smooth weighted round robin.
   *
   * @return the claim
   */
  long claim() {
    turn += configuration.weight();
    return turn;
  }

  int weight() {
    return configuration.weight();
  }

  /** Pays for a request with the weights of all that claimed it. */
  void pay(long weights) {
    turn -= weights;
  }

  Lease lease(long wantedTokens, long now) {
    underWay++;
    day.spend();
    requests.spend(1, now);
    return new Lease(this, rests, tokens.spend(wantedTokens, now));
  }

  void ended() {
    underWay--;
  }

  /** Returns whether it was told of before that it fails. */
  boolean succeeded(Lease lease, TokenUsage usage) {
    tokens.correct(lease.tokens(), usage.prompt() + usage.generated());
    allowed = Math.min(concurrency, allowed + 1);
    if (lease.rests() != rests) {
      return false;
    }
    failures = 0;
    boolean wasTold = told;
    told = false;
    return wasTold;
  }

  /** Rests it, and returns whether its failing is worth a line. */
  boolean failed(Lease lease, InferenceException failure, long now) {
    tokens.correct(lease.tokens(), 0);
    return failed(failure, now, lease.rests() == rests);
  }

  /**
   * Rests it.
   *
   * @param news false for a request that was under way when others had failed already
   */
  boolean failed(InferenceException failure, long now, boolean news) {
    if (news) {
      rests++;
      failures++;
      allowed = failures == 1 ? Math.max(1, allowed / 2) : 1;
      restEnds = now + backoff.nanos(failures);
    }
    failure
        .retryAfter()
        .map(asked -> now + backoff.nanos(Math.max(1, failures), asked))
        .filter(end -> end - restEnds > 0)
        .ifPresent(end -> restEnds = end);
    boolean tell = failures >= TOLD_FAILURES && !told;
    told |= tell;
    return tell;
  }
}
