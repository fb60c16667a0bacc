package dev.yiben.inference.llamacpp;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiben.inference.DemoModelContract;
import dev.yiben.inference.InferenceEngine;
import dev.yiben.inference.InferenceException;
import dev.yiben.inference.load.LlamaCppSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LlamaCppEngineTest extends DemoModelContract {
  @Override
  protected InferenceEngine open(LlamaCppSettings settings) {
    return LlamaCppEngine.open(settings);
  }

  @Test
  void refusesAWindowThatTheModelWasNotTrainedFor() {
    LlamaCppSettings settings = LlamaCppSettings.of(DemoModel.FILE).withContextWindow(1 << 20);

    assertThatThrownBy(() -> LlamaCppEngine.open(settings))
        .isInstanceOf(InferenceException.class)
        .hasMessageContaining("trained for a context window of");
  }

  @Test
  void refusesACutOffFileBeforeItReachesNativeCode(@TempDir Path folder) throws IOException {
    byte[] whole = Files.readAllBytes(DemoModel.FILE);
    Path cut = folder.resolve("cut.gguf");
    Files.write(cut, Arrays.copyOf(whole, whole.length - 100));

    assertThatThrownBy(() -> LlamaCppEngine.open(LlamaCppSettings.of(cut)))
        .isInstanceOf(InferenceException.class)
        .hasMessageStartingWith(cut + ": the file is cut off")
        .hasMessageContaining(whole.length - 100 + " bytes and needs " + whole.length);
  }
}
