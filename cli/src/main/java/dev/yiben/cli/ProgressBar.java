package dev.yiben.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.function.LongSupplier;

/** How far a file is, as one line: a bar, the share that is done, speed and the time left. */
final class ProgressBar {
  private static final int WIDEST_BAR = 30;
  private static final double NANOS_PER_SECOND = 1e9;

  private final String label;
  private final long total;
  private final long alreadyDone;
  private final DoubleFunction<String> rateText;
  private final LongSupplier nanoClock;
  private final long start;
  private long done;

  /** Creates the bar of a file that is translated, by tokens. */
  ProgressBar(String label, long total, long alreadyDone, LongSupplier nanoClock) {
    this(
        label,
        total,
        alreadyDone,
        rate -> String.format(Locale.ROOT, "%.0f tokens/s", rate),
        nanoClock);
  }

  /**
   * Creates a bar.
   *
   * @param rateText writes how much is done in a second
   */
  ProgressBar(
      String label,
      long total,
      long alreadyDone,
      DoubleFunction<String> rateText,
      LongSupplier nanoClock) {
    this.rateText = rateText;
    this.label = label;
    this.total = total;
    this.alreadyDone = alreadyDone;
    this.nanoClock = nanoClock;
    this.start = nanoClock.getAsLong();
    this.done = alreadyDone;
  }

  void advance(long amount) {
    done = Math.min(total, done + amount);
  }

  /** Sets how much is done; less than before, where something has to be done again. */
  void reach(long amount) {
    done = Math.min(total, amount);
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
    if (done <= alreadyDone) {
      return "…";
    }
    return rateText.apply(rate)
        + ", "
        + duration(Duration.ofSeconds((long) ((total - done) / rate)))
        + " left";
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
