package dev.yiben.inference.pool;

import java.time.Duration;

/**
 * What holds for a pool as a whole.
 *
 * @param outageLimit how long to wait while no member answers before giving up
 * @param mixedModels whether members may have different models, whose translations then mix
 */
public record PoolSettings(Duration outageLimit, boolean mixedModels) {
  /** The outage that is waited for unless told otherwise. */
  public static final Duration DEFAULT_OUTAGE_LIMIT = Duration.ofMinutes(30);

  /** Waits half an hour for members that have the same model. */
  public static final PoolSettings DEFAULT = new PoolSettings(DEFAULT_OUTAGE_LIMIT, false);
}
