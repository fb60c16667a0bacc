package dev.yiben.inference.pool;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/** What was spent in the last minute, of which there is a limit. */
final class MinuteWindow {
  /** A little longer, since not all requests travel equally long. */
  static final long NANOS = TimeUnit.MILLISECONDS.toNanos(60_500);

  private final long limit;
  private final Deque<Spending> spendings = new ArrayDeque<>();
  private long sum;

  /** Creates a window; 0 for no limit. */
  MinuteWindow(long limit) {
    this.limit = limit;
  }

  boolean limited() {
    return limit > 0;
  }

  /** Returns how long it takes until so much may be spent; more than the limit counts as that. */
  long nanosUntil(long amount, long now) {
    if (!limited()) {
      return 0;
    }
    while (!spendings.isEmpty() && now - spendings.peekFirst().at >= NANOS) {
      sum -= spendings.removeFirst().end();
    }
    long missing = sum + Math.min(amount, limit) - limit;
    long wait = 0;
    for (Spending spending : spendings) {
      if (missing <= 0) {
        break;
      }
      missing -= spending.amount;
      wait = NANOS - (now - spending.at);
    }
    return wait;
  }

  /** Notes that so much is spent. */
  Spending spend(long amount, long now) {
    Spending spending = new Spending(amount, now);
    if (limited()) {
      spendings.addLast(spending);
      sum += amount;
    }
    return spending;
  }

  /** Corrects how much it was in the end. */
  void correct(Spending spending, long amount) {
    if (limited() && !spending.ended) {
      sum += amount - spending.amount;
      spending.amount = amount;
    }
  }

  /** An amount at a time. */
  static final class Spending {
    private final long at;
    private long amount;
    private boolean ended;

    private Spending(long amount, long at) {
      this.amount = amount;
      this.at = at;
    }

    private long end() {
      ended = true;
      return amount;
    }
  }
}
