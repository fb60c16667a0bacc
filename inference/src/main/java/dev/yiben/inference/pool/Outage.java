package dev.yiben.inference.pool;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import java.time.Duration;
import java.util.Optional;

/** The time in which no member has answered, if that is so; guarded by the pool's lock. */
final class Outage {
  /** Shorter ones are worth no line. */
  private static final Duration TOLD = Duration.ofSeconds(5);

  private final Duration limit;
  private boolean present;
  private boolean told;
  private long since;
  private String reason = "No endpoint can be asked";

  Outage(Duration limit) {
    this.limit = limit;
  }

  /** Notes a failure. */
  void failed(String message, long now) {
    begin(now);
    reason = message;
  }

  private void begin(long now) {
    if (!present) {
      present = true;
      since = now;
    }
  }

  /** Begins anew, since nobody is asked for reasons of another kind. */
  void forget() {
    present = false;
    told = false;
  }

  /** Notes an answer, and returns the line that says that the outage is over if it was told of. */
  Optional<String> answered(long now) {
    boolean tell = present && told;
    forget();
    return tell
        ? Optional.of("answers again after " + Span.words(now - since) + "; going on")
        : Optional.empty();
  }

  /**
   * Notes that a request has to wait, and returns a line that says so when that is due.
   *
   * @param wait until the next attempt, in nanoseconds; {@link Long#MAX_VALUE} if one is under way
   * @throws InferenceException if it would take too long
   */
  Optional<String> waiting(long wait, long now) {
    begin(now);
    long elapsed = now - since;
    long until = wait == Long.MAX_VALUE ? elapsed : elapsed + wait;
    if (until > limit.toNanos()) {
      throw tooLong(elapsed, wait);
    }
    if (told || until < TOLD.toNanos()) {
      return Optional.empty();
    }
    told = true;
    return Optional.of(
        reason + "; waiting for an answer, up to " + Span.words(limit) + " (--outage-limit)");
  }

  private InferenceException tooLong(long elapsed, long wait) {
    boolean asked = wait != Long.MAX_VALUE && wait > Duration.ofMinutes(2).toNanos();
    String time =
        asked
            ? "the next attempt would be in " + Span.words(wait)
            : "no answer for " + Span.words(elapsed);
    return new InferenceException(
        Category.BACKEND_PERMANENT,
        reason
            + "; "
            + time
            + ", and --outage-limit is "
            + Span.words(limit)
            + ": what is finished is saved, and the same command resumes");
  }
}
