package dev.yiben.inference.download;

import java.time.Duration;

/**
 * How a download goes about it.
 *
 * @param connections parts that are fetched at once
 * @param silence after which a connection is given up
 * @param firstPause before the second try; each further one is twice as long
 * @param longestPause that a server may ask for, and that pauses grow to
 * @param tries attempts of a part in a row without any progress before giving up
 */
public record Pace(
    int connections, Duration silence, Duration firstPause, Duration longestPause, int tries) {
  private static final int MOST_QUESTIONS = 5;
  private static final Duration LONGEST_OWN_PAUSE = Duration.ofSeconds(30);

  /** Returns the usual pace: it outlasts an outage of some minutes. */
  public static Pace usual(int connections) {
    return new Pace(
        connections, Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofMinutes(5), 10);
  }

  /** Returns the pace for asking what there is: without a network the user should know soon. */
  Pace forQuestions() {
    return new Pace(
        connections, silence, firstPause, longestPause, Math.min(tries, MOST_QUESTIONS));
  }

  /** Returns the pause after so many failures in a row. */
  Duration pause(int failures) {
    Duration grown = firstPause.multipliedBy(1L << Math.min(failures - 1, 20));
    return grown.compareTo(LONGEST_OWN_PAUSE) < 0 ? grown : LONGEST_OWN_PAUSE;
  }
}
