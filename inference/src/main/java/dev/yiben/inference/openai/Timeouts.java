package dev.yiben.inference.openai;

import java.time.Duration;

/**
 * How long an endpoint may take; what depends on the work grows with its tokens, so that slow
 * machines are not given up and dead ones are.
 *
 * @param silence the longest pause between two pieces of an answer; all else is in proportion to it
 */
public record Timeouts(Duration silence) {
  private static final Duration USUAL_SILENCE = Duration.ofMinutes(2);
  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);

  /** Slower than a laptop's processor reads a prompt with a 14B model. */
  private static final int PROMPT_TOKENS_PER_SECOND = 10;

  private static final int ANSWER_TOKENS_PER_SECOND = 1;

  public Timeouts {
    if (silence.isNegative() || silence.isZero()) {
      throw new IllegalArgumentException("The timeout must be positive: " + silence);
    }
  }

  /** Returns the timeouts that suit most. */
  public static Timeouts usual() {
    return new Timeouts(USUAL_SILENCE);
  }

  /** Returns how long a connection may take. */
  Duration connect() {
    return silence.compareTo(LONGEST_CONNECT) < 0 ? silence : LONGEST_CONNECT;
  }

  /** Returns how long the first piece of an answer may take. */
  Duration firstToken(int promptTokens) {
    return silence.plus(scaled(promptTokens, PROMPT_TOKENS_PER_SECOND));
  }

  /** Returns how long an answer may take in all. */
  Duration total(int promptTokens, int maxTokens) {
    return firstToken(promptTokens).plus(scaled(maxTokens, ANSWER_TOKENS_PER_SECOND));
  }

  private Duration scaled(int tokens, int perSecond) {
    double factor = (double) silence.toNanos() / USUAL_SILENCE.toNanos();
    return Duration.ofNanos((long) (tokens * 1e9 / perSecond * factor));
  }
}
