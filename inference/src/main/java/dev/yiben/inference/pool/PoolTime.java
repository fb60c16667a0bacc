package dev.yiben.inference.pool;

import java.time.Instant;
import java.util.concurrent.locks.Condition;

/** Time as a pool sees it, so that a test can let an hour pass at once. */
interface PoolTime {
  /** Returns nanoseconds that only ever grow, from an arbitrary start. */
  long nanos();

  /** Returns the time on the wall. */
  Instant now();

  /**
   * Waits for a signal, perhaps less long than told.
   *
   * @param nanos the longest to wait; {@link Long#MAX_VALUE} for without end
   */
  void await(Condition condition, long nanos) throws InterruptedException;
}
