package dev.yiben.inference.pool;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When a day of a back-end begins, whose requests are counted.
 *
 * @param time time of day
 * @param zone where that time holds
 */
public record DailyReset(LocalTime time, ZoneId zone) {
  /** Midnight in coordinated universal time. */
  public static final DailyReset MIDNIGHT_UTC =
      new DailyReset(LocalTime.MIDNIGHT, ZoneId.of("UTC"));

  /** Returns the first beginning of a day after a moment. */
  Instant after(Instant moment) {
    ZonedDateTime now = moment.atZone(zone);
    ZonedDateTime today = now.toLocalDate().atTime(time).atZone(zone);
    return (today.isAfter(now) ? today : now.toLocalDate().plusDays(1).atTime(time).atZone(zone))
        .toInstant();
  }
}
