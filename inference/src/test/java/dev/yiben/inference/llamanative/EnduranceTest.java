package dev.yiben.inference.llamanative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.condition.OS.LINUX;

import dev.yiben.inference.gguf.RandomModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.io.TempDir;

/**
 * Thousands of requests, interruptions and closings in a process whose calls into native code are
 * checked by the virtual machine.
 */
@EnabledOnOs(LINUX)
final class EnduranceTest {
  private static final int REQUESTS = 10_000;
  private static final long MORE_KIBIBYTES = 24 << 10;

  // JNA does not look for exceptions where its own classes throw none, as it reads and writes
  // structures, and holds a reference more than it announces when it is loaded.
  private static final List<String> OF_JNA =
      List.of(
          "WARNING in native method: JNI call made without checking exceptions when required to"
              + " from Call",
          "WARNING: JNI local refs: 33, exceeds capacity: 32");

  @TempDir Path folder;

  /** What a process held at some point. */
  private record Held(long kibibytes, long threads, long files) {
    static Held of(String line) {
      long[] numbers = Arrays.stream(line.split(" ")).skip(1).mapToLong(Long::parseLong).toArray();
      return new Held(numbers[1], numbers[2], numbers[3]);
    }
  }

  @Test
  void holdsNothingOfWhatIsOver() throws Exception {
    List<String> output = run();

    // What the virtual machine finds wrong it writes to the standard output.
    assertThat(output)
        .filteredOn(line -> line.contains("WARNING") || line.contains("FATAL"))
        .allMatch(line -> OF_JNA.stream().anyMatch(line::startsWith));
    assertThat(output).endsWith("done");
    List<Held> held =
        output.stream().filter(line -> line.startsWith("held ")).map(Held::of).toList();
    assertThat(held).hasSize(4);
    compare(held.get(0), held.get(1));
    compare(held.get(2), held.get(3));
  }

  private static void compare(Held before, Held after) {
    assertThat(after.kibibytes()).isLessThan(before.kibibytes() + MORE_KIBIBYTES);
    assertThat(after.threads()).isLessThanOrEqualTo(before.threads() + 2);
    assertThat(after.files()).isLessThanOrEqualTo(before.files() + 2);
  }

  private List<String> run() throws IOException, InterruptedException {
    InstalledRuntime.libraries();
    Path model = RandomModel.qwen3(folder.resolve("m.gguf"));
    Path out = folder.resolve("out");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xcheck:jni",
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Endurance.class.getName(),
                model.toString(),
                REQUESTS + "")
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    try {
      assertThat(process.waitFor(240, TimeUnit.SECONDS)).as("ends in time").isTrue();
      List<String> lines = Files.readAllLines(out);
      assertThat(process.exitValue()).as(String.join("\n", lines)).isZero();
      return lines;
    } finally {
      process.destroyForcibly();
    }
  }
}
