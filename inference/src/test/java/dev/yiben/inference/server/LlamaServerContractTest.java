package dev.yiben.inference.server;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.yiben.inference.ChatMessage;
import dev.yiben.inference.GenerationRequest;
import dev.yiben.inference.InferenceEngine;
import dev.yiben.inference.InferenceEngineContract;
import dev.yiben.inference.Sampling;
import dev.yiben.inference.load.LlamaCppSettings;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Holds the engine to the contract, with a stand-in and, where it is on the PATH, the real one. */
class LlamaServerContractTest {
  @TempDir static Path folder;

  private static final GenerationRequest REQUEST =
      new GenerationRequest(
          List.of(ChatMessage.user("1|The keeper opens the door.")),
          Optional.empty(),
          Sampling.greedy(),
          64);

  @Nested
  @DisabledOnOs(OS.WINDOWS)
  class StandIn extends InferenceEngineContract {
    @Override
    protected InferenceEngine open() throws Exception {
      Path own = Files.createTempDirectory(folder, "stand-in");
      return LlamaServerEngine.open(new StandInProgram(own).settings(), ServerListener.NONE);
    }

    @Override
    protected GenerationRequest request() {
      return REQUEST;
    }
  }

  @Nested
  class Real extends InferenceEngineContract {
    @Override
    protected InferenceEngine open() throws Exception {
      String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
      assumeTrue(
          Stream.of(path.split(Pattern.quote(File.pathSeparator), -1))
              .anyMatch(entry -> Files.isExecutable(Path.of(entry, "llama-server"))),
          "there is no llama-server on the PATH");
      return LlamaServerEngine.open(
          new LlamaServerSettings(
              ServerProgram.find(Optional.empty(), path),
              LlamaCppSettings.of(Path.of("..", "samples", "demo-model", "demo-en-zh.gguf"))
                  .withSlots(2),
              List.of(),
              folder.resolve("llama-server.log"),
              Duration.ofMinutes(2)),
          ServerListener.NONE);
    }

    @Override
    protected GenerationRequest request() {
      return REQUEST;
    }
  }
}
