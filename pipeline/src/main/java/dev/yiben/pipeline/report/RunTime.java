package dev.yiben.pipeline.report;

import java.time.Duration;
import java.time.Instant;

/**
 * When a job ran, as the caller's clock told.
 *
 * @param started when it began
 * @param finished when it ended
 */
public record RunTime(Instant started, Instant finished) {
  /** Returns how long it took, and never less than nothing. */
  public Duration duration() {
    Duration duration = Duration.between(started, finished);
    return duration.isNegative() ? Duration.ZERO : duration;
  }
}
