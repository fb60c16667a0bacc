package dev.yiben.cli;

import dev.yiben.inference.LocalEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the built distribution's {@code translate} as a process, with a home of its own. */
final class Launcher {
  private static final long MINUTES_TO_END = 5;

  private final Path root;
  private final Path program;
  private final Map<String, String> variables = new LinkedHashMap<>();

  /** Creates a launcher whose processes work in an empty folder. */
  Launcher(Path root) {
    this(root, Path.of("target", "dist", "translate").toAbsolutePath());
  }

  Launcher(Path root, Path program) {
    this.root = root;
    this.program = program;
    variables.put("HOME", folder("home").toString());
    // Shared by all tests, so that only the first has to fill it.
    variables.put("XDG_CACHE_HOME", Path.of("target", "cache").toAbsolutePath().toString());
  }

  /** Returns the folder in which the processes run. */
  Path work() {
    return folder("work");
  }

  /** Returns the folder of the samples in the distribution. */
  static Path samples() {
    return Path.of("target", "dist", "samples").toAbsolutePath();
  }

  Launcher with(String variable, String value) {
    variables.put(variable, value);
    return this;
  }

  /** Has all processes take an engine. */
  Launcher with(LocalEngine engine) {
    variables.putAll(engine.variables());
    return this;
  }

  /** Runs the command to its end; an argument is what stands between spaces. */
  Outcome run(String commandLine) {
    return run(commandLine.split(" "));
  }

  /** Runs the command, of which the first argument is {@code translate}, to its end. */
  Outcome run(String... commandLine) {
    Process process = start(commandLine);
    try {
      if (!process.waitFor(MINUTES_TO_END, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError("Did not end: " + String.join(" ", commandLine));
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      throw new AssertionError("Interrupted while waiting", e);
    }
    return outcome(process);
  }

  /**
   * Starts the command, of which the first argument is {@code translate}.
   *
   * <p>The process is the Java virtual machine itself, so that a kill meets it.
   */
  Process start(String... commandLine) {
    List<String> command = new ArrayList<>(List.of(commandLine));
    command.set(0, program.toString());
    if (System.getProperty("os.name").equals("Linux")) {
      // A build in the background ignores ^C, and its children with it.
      command.addAll(0, List.of("env", "--default-signal=INT"));
    }
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(work().toFile())
            .redirectOutput(root.resolve("out.txt").toFile())
            .redirectError(root.resolve("err.txt").toFile());
    builder.environment().keySet().removeIf(name -> name.matches("(XDG_|YIBEN_|LC_).*"));
    builder.environment().putAll(variables);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns what the process that was started last has come to. */
  Outcome outcome(Process ended) {
    try {
      return new Outcome(
          ended.exitValue(),
          Files.readString(root.resolve("out.txt")),
          Files.readString(root.resolve("err.txt")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path folder(String name) {
    try {
      return Files.createDirectories(root.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
