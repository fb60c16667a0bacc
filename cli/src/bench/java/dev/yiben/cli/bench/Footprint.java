package dev.yiben.cli.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What this process holds.
 *
 * @param threads threads of Java
 * @param sockets open sockets; 0 where the system does not tell
 * @param mebibytes heap in use after a collection
 */
record Footprint(int threads, int sockets, double mebibytes) {
  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

  /** Collects garbage and looks. */
  static Footprint now() throws IOException, InterruptedException {
    // Several, since what is only weakly held goes in the next one.
    for (int i = 0; i < 4; i++) {
      System.gc();
      Thread.sleep(200);
    }
    return new Footprint(
        ManagementFactory.getThreadMXBean().getThreadCount(),
        openSockets(),
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1048576.0);
  }

  /** Looks again and again, until there are no more threads and sockets than before. */
  static Footprint settled(Footprint before) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    Footprint footprint = now();
    while (System.nanoTime() < end
        && (footprint.threads > before.threads || footprint.sockets > before.sockets)) {
      footprint = now();
    }
    return footprint;
  }

  private static int openSockets() throws IOException {
    if (!Files.isDirectory(DESCRIPTORS)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(DESCRIPTORS)) {
      return (int) files.filter(Footprint::isSocket).count();
    }
  }

  private static boolean isSocket(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
    } catch (IOException e) {
      // The one of this very listing.
      return false;
    }
  }
}
