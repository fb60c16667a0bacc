package dev.yiben.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** How far a file is, as one line: a bar, the share that is done, speed and the time left. */
final class ProgressBar {
  private static final int WIDEST_BAR = 30;
  private static final double NANOS_PER_SECOND = 1e9;

  private final String label;
  private final long total;
  private final long alreadyDone;
  private final LongSupplier nanoClock;
  private final long start;
  private long done;

  ProgressBar(String label, long total, long alreadyDone, LongSupplier nanoClock) {
    this.label = label;
    this.total = total;
    this.alreadyDone = alreadyDone;
    this.nanoClock = nanoClock;
    this.start = nanoClock.getAsLong();
    this.done = alreadyDone;
  }

  void advance(long tokens) {
    done = Math.min(total, done + tokens);
  }

  /** Returns the line, at most that many columns wide. */
  String render(int columns) {
    double share = total == 0 ? 1 : (double) done / total;
    int width = Math.max(0, Math.min(WIDEST_BAR, columns / 3));
    int filled = (int) Math.round(share * width);
    String text =
        String.format(
            Locale.ROOT,
            "%s%s %3d%%  %s",
            "█".repeat(filled),
            "░".repeat(width - filled),
            (int) (share * 100),
            speed());
    String line = text + "  " + label;
    return line.length() < columns ? line : line.substring(0, Math.max(0, columns - 1));
  }

  private String speed() {
    double seconds = (nanoClock.getAsLong() - start) / NANOS_PER_SECOND;
    double rate = (done - alreadyDone) / Math.max(seconds, 0.001);
    if (done == alreadyDone) {
      return "…";
    }
    return String.format(
        Locale.ROOT,
        "%.0f tokens/s, %s left",
        rate,
        duration(Duration.ofSeconds((long) ((total - done) / rate))));
  }

  /** Returns a duration as people write it, such as {@code 1 h 05 min}. */
  static String duration(Duration duration) {
    if (duration.toHours() > 0) {
      return String.format(
          Locale.ROOT, "%d h %02d min", duration.toHours(), duration.toMinutesPart());
    }
    if (duration.toMinutes() > 0) {
      return String.format(
          Locale.ROOT, "%d min %02d s", duration.toMinutes(), duration.toSecondsPart());
    }
    return duration.toSeconds() + " s";
  }
}
