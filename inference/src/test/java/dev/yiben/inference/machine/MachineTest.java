package dev.yiben.inference.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MachineTest {
  private static final long GIB = 1L << 30;

  @TempDir Path root;

  @BeforeEach
  void writeMemory() throws IOException {
    write(
        "proc/meminfo",
        "MemTotal:       16777216 kB\nMemFree:         1048576 kB\nMemAvailable:    8388608 kB\n");
  }

  private void write(String file, String content) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, content);
  }

  private Machine read() {
    return Machine.read(root, 8);
  }

  @Test
  void countsWhatCanBeHadOfTheMemory() {
    assertThat(read().totalMemory()).isEqualTo(16 * GIB);
    assertThat(read().availableMemory()).isEqualTo(8 * GIB);
  }

  @Test
  void obeysTheLimitOfAContainer() throws IOException {
    write("proc/self/cgroup", "0::/docker/abc\n");
    write("sys/fs/cgroup/memory.max", 4 * GIB + "\n");
    write("sys/fs/cgroup/memory.current", 2 * GIB + "\n");
    write("sys/fs/cgroup/memory.stat", "anon 100\ninactive_file " + GIB + "\n");

    assertThat(read().totalMemory()).isEqualTo(4 * GIB);
    assertThat(read().availableMemory()).isEqualTo(3 * GIB);
  }

  @Test
  void obeysTheTightestLimitAroundTheProcess() throws IOException {
    write("proc/self/cgroup", "4:cpu,memory:/a/b\n0::/\n");
    write("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");
    write("sys/fs/cgroup/memory/memory.usage_in_bytes", "0\n");
    write("sys/fs/cgroup/memory/a/memory.limit_in_bytes", 2 * GIB + "\n");
    write("sys/fs/cgroup/memory/a/memory.usage_in_bytes", GIB + "\n");
    write("sys/fs/cgroup/memory/a/b/memory.limit_in_bytes", 6 * GIB + "\n");
    write("sys/fs/cgroup/memory/a/b/memory.usage_in_bytes", "0\n");

    assertThat(read().totalMemory()).isEqualTo(2 * GIB);
    assertThat(read().availableMemory()).isEqualTo(GIB);
  }

  @Test
  void takesAGroupWithoutLimitForNone() throws IOException {
    write("proc/self/cgroup", "0::/user.slice\n");
    write("sys/fs/cgroup/user.slice/memory.max", "max\n");
    write("sys/fs/cgroup/user.slice/memory.current", GIB + "\n");

    assertThat(read().availableMemory()).isEqualTo(8 * GIB);
  }

  @Test
  void tellsCoresFromProcessorsThatShareThem() throws IOException {
    StringBuilder processors = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      processors.append("processor\t: " + i + "\nphysical id\t: " + i / 4 + "\n");
      processors.append("core id\t\t: " + i % 2 + "\n\n");
    }
    write("proc/cpuinfo", processors.toString());

    assertThat(read().cores()).isEqualTo(4);
    assertThat(Machine.read(root, 2).cores()).isEqualTo(2);
  }

  @Test
  void knowsThisMachine() {
    Machine machine = Machine.current();

    assertThat(machine.cores()).isBetween(1, machine.processors());
    assertThat(machine.totalMemory()).isGreaterThan(100 << 20);
    assertThat(machine.availableMemory()).isBetween(1L, machine.totalMemory());
  }
}
