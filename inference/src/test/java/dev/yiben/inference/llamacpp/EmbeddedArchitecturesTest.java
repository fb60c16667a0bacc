package dev.yiben.inference.llamacpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.gguf.GgufBuilder;
import dev.yiben.inference.load.ModelFile;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EmbeddedArchitecturesTest {
  @TempDir Path folder;

  private static GgufBuilder model(String architecture) {
    return new GgufBuilder()
        .text("general.architecture", architecture)
        .tensor("token_embd.weight", 100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"qwen2", "gemma3", "llama", "command-r"})
  void takesArchitecturesThatTheEngineKnows(String architecture) throws IOException {
    ModelFile file =
        EmbeddedArchitectures.open(model(architecture).write(folder.resolve("m.gguf")));

    assertThat(file.header().architecture()).isEqualTo(architecture);
  }

  @ParameterizedTest
  @ValueSource(strings = {"qwen3", "clip", "bert", "t5", "whisper", "# Architectures"})
  void refusesOtherArchitectures(String architecture) throws IOException {
    Path path = model(architecture).write(folder.resolve("m.gguf"));

    assertThatThrownBy(() -> EmbeddedArchitectures.open(path))
        .isInstanceOf(InferenceException.class)
        .hasMessageStartingWith(path + ": ")
        .hasMessageContaining(architecture)
        .hasMessageContaining("Qwen2.5-7B-Instruct")
        .hasMessageNotContaining("\n");
  }
}
