package dev.yiben.inference.pool;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;

/** The time of the machine. */
final class SystemTime implements PoolTime {
  private static final long LONGEST = TimeUnit.HOURS.toNanos(1);

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  @SuppressWarnings("WaitNotInLoop") // The caller has the loop.
  public void await(Condition condition, long nanos) throws InterruptedException {
    if (nanos == Long.MAX_VALUE) {
      condition.await();
    } else {
      // The time on the wall, which ends a day, may be set meanwhile, so it is looked at again.
      boolean unused = condition.await(Math.min(nanos, LONGEST), TimeUnit.NANOSECONDS);
    }
  }
}
