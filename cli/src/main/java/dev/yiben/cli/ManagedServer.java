package dev.yiben.cli;

import dev.yiben.inference.InferenceEngine;
import dev.yiben.inference.load.LlamaCppSettings;
import dev.yiben.inference.server.LlamaServerEngine;
import dev.yiben.inference.server.LlamaServerSettings;
import dev.yiben.inference.server.ServerListener;
import dev.yiben.inference.server.ServerProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Starts a {@code llama-server} and tells of it. */
final class ManagedServer implements ServerListener {
  /** Long enough for a large model on a slow disk. */
  private static final Duration START_LIMIT = Duration.ofMinutes(30);

  private final Environment environment;
  private final Console console;

  ManagedServer(Environment environment, Console console) {
    this.environment = environment;
    this.console = console;
  }

  /**
   * Starts it with a model.
   *
   * @param load how it loads the model
   * @param logFolder folder for its log; empty where nothing is to be kept
   * @throws dev.yiben.inference.InferenceException if it cannot be had
   */
  InferenceEngine open(ServerOptions options, LlamaCppSettings load, Optional<Path> logFolder)
      throws InterruptedException {
    Path program =
        ServerProgram.find(
            options.program().map(environment::resolve), environment.variable("PATH").orElse(""));
    console.detail("starting " + program + " with " + load.model());
    return LlamaServerEngine.open(
        new LlamaServerSettings(program, load, options.arguments(), log(logFolder), START_LIMIT),
        this);
  }

  private static Path log(Optional<Path> folder) {
    if (folder.isPresent()) {
      return folder.get().resolve("llama-server.log");
    }
    try {
      Path file = Files.createTempFile("yiben-llama-server", ".log");
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new UsageException(
          "the folder for temporary files cannot be written: " + SourceFiles.reason(e), e);
    }
  }

  @Override
  public void onProgress(String line) {
    console.info(line);
  }

  @Override
  public void onDeath(String line, List<String> lastLines) {
    console.warning(line);
    lastLines.forEach(last -> console.warning("| " + last));
  }
}
