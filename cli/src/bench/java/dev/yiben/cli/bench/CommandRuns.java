package dev.yiben.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the command as its users do, with engines that need no model. */
final class CommandRuns {
  private final BenchSettings settings;
  private final String javaOptions;

  /**
   * Creates runs.
   *
   * @param javaOptions such as {@code -Xmx512m}; may be empty
   */
  CommandRuns(BenchSettings settings, String javaOptions) {
    this.settings = settings;
    this.javaOptions = javaOptions;
  }

  /**
   * Translates a file in every round and returns how long each took by the clock, from the start of
   * the launcher to its end.
   *
   * @param engine {@code echo}, of which the output must be the input, or {@code pseudo}
   */
  List<Double> seconds(Path file, String engine) throws IOException, InterruptedException {
    List<Double> seconds = new ArrayList<>();
    for (int round = 0; round < settings.rounds(); round++) {
      Path job = Files.createTempDirectory(settings.work(), "job");
      Path output = job.resolve("translated-" + file.getFileName());
      ProcessBuilder builder =
          new ProcessBuilder(
                  settings.repository().resolve("translate").toString(),
                  file.toString(),
                  "--to=zh",
                  "--engine=" + engine,
                  "--job-dir=" + job,
                  "--output=" + output)
              .redirectErrorStream(true)
              .redirectOutput(settings.work().resolve("command.log").toFile());
      builder.environment().put("JAVA_OPTS", javaOptions);
      long start = System.nanoTime();
      if (builder.start().waitFor() != 0) {
        throw new IOException("The command failed, see command.log in " + settings.work());
      }
      seconds.add((System.nanoTime() - start) / 1e9);
      if ((Files.mismatch(file, output) < 0) != engine.equals("echo")) {
        throw new IOException(output + " is not what the engine " + engine + " makes");
      }
    }
    return seconds;
  }
}
