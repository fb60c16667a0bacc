package dev.yiben.inference.machine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The limits of the control group that this process is in, as of a container.
 *
 * @see <a href="https://docs.kernel.org/admin-guide/cgroup-v2.html">Control Group v2</a>
 */
final class ControlGroup {
  private static final int MOST_LEVELS = 32;

  private final SystemFiles files;

  ControlGroup(SystemFiles files) {
    this.files = files;
  }

  /** Returns the tightest limit of this group and those around it, if there is one. */
  Optional<Memory> memory() {
    return files.lines(files.path("/proc/self/cgroup")).stream()
        .flatMap(line -> limit(line).stream())
        .reduce(Memory::within);
  }

  private Optional<Memory> limit(String line) {
    String[] parts = line.split(":", 3);
    if (parts.length < 3 || !parts[2].startsWith("/") || parts[2].contains("..")) {
      return Optional.empty();
    }
    if (parts[1].isEmpty()) {
      return limit("/sys/fs/cgroup", parts[2], "memory.max", "memory.current", "inactive_file");
    }
    return List.of(parts[1].split(",", -1)).contains("memory")
        ? limit(
            "/sys/fs/cgroup/memory",
            parts[2],
            "memory.limit_in_bytes",
            "memory.usage_in_bytes",
            "total_inactive_file")
        : Optional.empty();
  }

  private Optional<Memory> limit(
      String mount, String group, String limitFile, String usedFile, String reclaimable) {
    Path top = files.path(mount);
    // In a container the group's path is that of the machine, and only the top is there.
    Path folder = top.resolve(group.substring(1)).normalize();
    Memory tightest = null;
    for (int level = 0; level < MOST_LEVELS && folder.startsWith(top); level++) {
      OptionalLong limit = number(folder.resolve(limitFile));
      OptionalLong used = number(folder.resolve(usedFile));
      if (limit.isPresent() && used.isPresent()) {
        long free =
            limit.getAsLong()
                - used.getAsLong()
                + files.field(folder.resolve("memory.stat"), reclaimable).orElse(0);
        Memory here = new Memory(limit.getAsLong(), Math.max(0, free));
        tightest = tightest == null ? here : tightest.within(here);
      }
      folder = folder.getParent();
    }
    return Optional.ofNullable(tightest);
  }

  /** Returns a file's number; a limit that is not set is a word, or beyond any memory. */
  private OptionalLong number(Path file) {
    return files.lines(file).stream()
        .filter(line -> line.matches("\\d{1,18}"))
        .mapToLong(Long::parseLong)
        .findFirst();
  }
}
