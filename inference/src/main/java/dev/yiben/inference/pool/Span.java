package dev.yiben.inference.pool;

import java.time.Duration;

/** Words for lengths of time, as precise as people want them. */
final class Span {
  private Span() {}

  /** Returns a duration such as {@code 45 s}, {@code 10 min} or {@code 2 h 5 min}. */
  static String words(Duration span) {
    long seconds = Math.max(1, span.plusMillis(500).toSeconds());
    if (seconds < 120) {
      return seconds + " s";
    }
    long minutes = (seconds + 30) / 60;
    if (minutes < 120) {
      return minutes + " min";
    }
    return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
  }

  static String words(long nanos) {
    return words(Duration.ofNanos(nanos));
  }
}
