package dev.yiben.inference.pool;

/**
 * How much a member of a pool may be asked; 0 stands for no limit.
 *
 * @param requestsPerMinute requests begun in any 60 seconds
 * @param tokensPerMinute tokens of prompts and answers in any 60 seconds
 * @param requestsPerDay requests begun in a day
 * @param dailyReset when a day begins
 * @param concurrency requests under way at once; 0 for what the engine can take
 */
public record Limits(
    int requestsPerMinute,
    long tokensPerMinute,
    int requestsPerDay,
    DailyReset dailyReset,
    int concurrency) {
  /** No limit but the engine's own. */
  public static final Limits NONE = new Limits(0, 0, 0, DailyReset.MIDNIGHT_UTC, 0);

  public Limits {
    if (requestsPerMinute < 0 || tokensPerMinute < 0 || requestsPerDay < 0 || concurrency < 0) {
      throw new IllegalArgumentException("A limit must not be negative");
    }
  }
}
