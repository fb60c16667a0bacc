package dev.yiben.inference.server;

import dev.yiben.inference.load.LlamaCppSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A folder with a program that starts a {@link StandInLlamaServer}. */
public final class StandInProgram {
  private final Path folder;

  /** Writes the program into a folder. */
  public StandInProgram(Path folder) throws IOException {
    this.folder = folder;
    script("");
    Files.writeString(folder.resolve("model.gguf"), "no model, but big enough for the stand-in");
  }

  /** Writes the program, with a line of shell before the server starts. */
  StandInProgram script(String first) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Path script =
        Files.writeString(
            program(),
            String.join(
                "\n",
                "#!/bin/sh",
                first,
                "exec '%s' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx64m -cp '%s' %s '%s' \"$@\""
                    .formatted(
                        java,
                        System.getProperty("java.class.path"),
                        StandInLlamaServer.class.getName(),
                        folder),
                ""));
    if (!script.toFile().setExecutable(true)) {
      throw new IOException(script + " cannot be made executable");
    }
    return this;
  }

  /** Returns the program. */
  public Path program() {
    return folder.resolve("llama-server");
  }

  /** Has it do something wrong, by a file of the folder. */
  public StandInProgram that(String file, String content) throws IOException {
    Files.writeString(folder.resolve(file), content);
    return this;
  }

  LlamaServerSettings settings(String... arguments) {
    return new LlamaServerSettings(
        program(),
        LlamaCppSettings.of(folder.resolve("model.gguf")).withSlots(2),
        List.of(arguments),
        folder.resolve("llama-server.log"),
        Duration.ofMinutes(2));
  }

  /** Returns the processes that were started, without those that only told their version. */
  List<Long> processes() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("pid-"))
          .map(name -> Long.valueOf(name.substring(4)))
          .toList();
    }
  }

  List<String> argumentsOf(long process) throws IOException {
    return Files.readAllLines(folder.resolve("pid-" + process));
  }

  /** Returns whether a server is still there. */
  public boolean anyAlive() throws IOException {
    return processes().stream()
        .anyMatch(pid -> ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false));
  }
}
