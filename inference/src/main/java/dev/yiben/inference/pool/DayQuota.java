package dev.yiben.inference.pool;

import java.time.Duration;
import java.time.Instant;

/** The requests of a day, of which there is a limit. */
final class DayQuota {
  private final int limit;
  private final DailyReset reset;
  private Instant dayEnds = Instant.MIN;
  private int spent;

  /** Creates a quota; 0 for no limit. */
  DayQuota(int limit, DailyReset reset) {
    this.limit = limit;
    this.reset = reset;
  }

  /** Returns how long it takes until a request may be spent. */
  Duration until(Instant now) {
    if (!now.isBefore(dayEnds)) {
      spent = 0;
      dayEnds = reset.after(now);
    }
    return limit == 0 || spent < limit ? Duration.ZERO : Duration.between(now, dayEnds);
  }

  void spend() {
    spent++;
  }
}
