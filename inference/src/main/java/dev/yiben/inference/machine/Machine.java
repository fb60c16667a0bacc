package dev.yiben.inference.machine;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * The processors and the memory that this process may use, containers' limits included.
 *
 * @param processors processors, of which two may share a core
 * @param cores cores; as many as processors where that is not known
 * @param totalMemory bytes of memory, or of the container's limit
 * @param availableMemory bytes that can be had now without swapping: what the system would give up
 *     of its file cache counts
 */
public record Machine(int processors, int cores, long totalMemory, long availableMemory) {
  private static final int SURELY_WITHOUT_SHARING = 4;

  /** Returns this machine as it is now. */
  public static Machine current() {
    return read(Path.of("/"), Runtime.getRuntime().availableProcessors());
  }

  /** Reads the files of a Linux system below a folder; elsewhere the virtual machine is asked. */
  static Machine read(Path root, int processors) {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    SystemFiles files = new SystemFiles(root);
    OptionalInt known = files.cores();
    int cores = known.isPresent() ? known.getAsInt() : likelyCores(processors);
    Memory memory = files.memory().orElseGet(() -> asTold(system));
    Memory limited = new ControlGroup(files).memory().map(memory::within).orElse(memory);
    return new Machine(
        processors, Math.min(cores, processors), limited.total(), limited.available());
  }

  private static Memory asTold(OperatingSystemMXBean system) {
    boolean tellsAvailable =
        System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    long total = system.getTotalMemorySize();
    return new Memory(total, tellsAvailable ? system.getFreeMemorySize() : total);
  }

  private static int likelyCores(int processors) {
    boolean shared =
        processors > SURELY_WITHOUT_SHARING && !System.getProperty("os.arch").equals("aarch64");
    return shared ? Math.max(SURELY_WITHOUT_SHARING, processors / 2) : processors;
  }
}
