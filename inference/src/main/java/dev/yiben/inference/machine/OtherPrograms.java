package dev.yiben.inference.machine;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

/** Watches how many processors programs other than this one keep busy. */
public final class OtherPrograms {
  private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(500);

  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private long lookedAt;
  private long ownTime;
  private double busy;

  /** Begins to watch; until the first half second is over nobody else seems to be there. */
  public OtherPrograms() {
    lookedAt = System.nanoTime();
    ownTime = system.getProcessCpuTime();
    system.getCpuLoad();
  }

  /** Returns how many processors were busy for others in the last half second or longer. */
  public double busyProcessors() {
    long now = System.nanoTime();
    if (now - lookedAt >= INTERVAL) {
      long ownTimeNow = system.getProcessCpuTime();
      double own = (double) (ownTimeNow - ownTime) / (now - lookedAt);
      busy = others(system.getCpuLoad(), system.getAvailableProcessors(), own);
      lookedAt = now;
      ownTime = ownTimeNow;
    }
    return busy;
  }

  /**
   * Returns what is left for others.
   *
   * @param load how busy all processors are together, from 0 to 1; negative if unknown
   * @param own how many of them this program keeps busy
   */
  static double others(double load, int processors, double own) {
    return Math.max(0, load * processors - own);
  }
}
