package dev.yiben.inference.pool;

/**
 * Whether a member can take a request.
 *
 * @param obstacle what is in the way
 * @param nanos how long it will be; {@link Long#MAX_VALUE} if only the end of a request tells
 */
record Readiness(Obstacle obstacle, long nanos) {
  static final Readiness NOW = new Readiness(Obstacle.NONE, 0);
  static final Readiness FULL = new Readiness(Obstacle.FULL, Long.MAX_VALUE);

  /** What is in the way. */
  enum Obstacle {
    NONE,
    /** As many requests as it may be asked at once are under way. */
    FULL,
    /** It failed, and rests. */
    REST,
    /** A limit by the minute is reached. */
    MINUTE,
    /** The requests of the day are used up. */
    DAY
  }

  boolean isNow() {
    return obstacle == Obstacle.NONE;
  }
}
