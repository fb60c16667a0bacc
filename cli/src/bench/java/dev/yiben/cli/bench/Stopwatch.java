package dev.yiben.cli.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * Takes the time of a piece of work: by the clock, and the time that the processors spent on this
 * process, which other work on the machine hardly moves.
 */
final class Stopwatch {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final long clock = System.nanoTime();
  private final long processor = SYSTEM.getProcessCpuTime();

  /** What a piece of work took, in seconds. */
  record Time(double clock, double processor) {
    static final Time NONE = new Time(0, 0);

    Time plus(Time other) {
      return new Time(clock + other.clock, processor + other.processor);
    }
  }

  /** Returns what it took since this was created. */
  Time stop() {
    return new Time(
        (System.nanoTime() - clock) / 1e9, (SYSTEM.getProcessCpuTime() - processor) / 1e9);
  }
}
