package dev.yiben.inference.server;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A running server, which ends with this process, even if that is killed.
 *
 * <p>Where there is a POSIX shell, one stands between: it waits for the end of its input, which is
 * a pipe from here and closes when this process ends in whatever way, and then ends the server.
 */
final class ServerProcess {
  private static final int SECONDS_TO_END = 5;
  private static final int SECONDS_TO_KILL = 3;

  /** The arguments are the seconds between asking and killing, then the command. */
  private static final String WATCH =
      """
      patience=$1
      shift
      exec 3<&0
      "$@" 3<&- </dev/null &
      server=$!
      trap '' INT HUP
      (
        trap '' TERM
        read -r end <&3
        kill -TERM "$server"
        while [ "$patience" -gt 0 ] && kill -0 "$server"; do
          sleep 1
          patience=$((patience - 1))
        done
        kill -KILL "$server"
      ) >/dev/null 2>&1 &
      watch=$!
      exec 3<&-
      wait "$server"
      status=$?
      kill -KILL "$watch" 2>/dev/null
      exit "$status"
      """;

  private final Process process;
  private final ServerLog log;
  private final Thread reader;

  private ServerProcess(Process process, ServerLog log, Thread reader) {
    this.process = process;
    this.log = log;
    this.reader = reader;
  }

  /**
   * Starts a server.
   *
   * @param key goes into its environment, since all users of the machine can read its arguments
   * @param logFile file that its output is added to
   */
  static ServerProcess start(List<String> command, String key, Path logFile) {
    ProcessBuilder builder = new ProcessBuilder(watched(command)).redirectErrorStream(true);
    builder.environment().put("LLAMA_API_KEY", key);
    try {
      Process process = builder.start();
      ServerLog log = new ServerLog(process.getInputStream(), logFile);
      Thread reader = new Thread(log, "llama-server-log");
      reader.setDaemon(true);
      reader.start();
      return new ServerProcess(process, log, reader);
    } catch (IOException e) {
      throw new InferenceException(
          Category.USER, command.get(0) + ": cannot be started: " + e.getMessage(), e);
    }
  }

  private static List<String> watched(List<String> command) {
    if (File.separatorChar == '\\') {
      return command;
    }
    List<String> all =
        new ArrayList<>(List.of("/bin/sh", "-c", WATCH, "llama-server-watch", "" + SECONDS_TO_END));
    all.addAll(command);
    return all;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Waits a moment, since connections to a dying process break before it is gone. */
  boolean endsSoon() throws InterruptedException {
    return process.waitFor(2, TimeUnit.SECONDS);
  }

  /** Returns the exit code of a process that has ended. */
  int exitCode() {
    return process.exitValue();
  }

  /** Returns what was written last; all of it once the process has ended. */
  List<String> lastLines() throws InterruptedException {
    if (!process.isAlive()) {
      reader.join(TimeUnit.SECONDS.toMillis(1));
    }
    return log.lastLines();
  }

  /** Ends the server: asks it to, and kills it if it does not listen. */
  void stop() {
    boolean interrupted = Thread.interrupted();
    try {
      process.getOutputStream().close();
      if (File.separatorChar == '\\') {
        process.destroy();
      }
    } catch (IOException e) {
      // Then it has ended.
    }
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_END + SECONDS_TO_KILL);
    boolean ended = false;
    while (!ended && System.nanoTime() < end) {
      try {
        ended = process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (!ended) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
