package dev.yiben.inference.llamanative;

import dev.yiben.inference.ChatMessage;
import dev.yiben.inference.GenerationRequest;
import dev.yiben.inference.InferenceEngine;
import dev.yiben.inference.InferenceEngineContract;
import dev.yiben.inference.Sampling;
import dev.yiben.inference.load.LlamaCppSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

final class LlamaNativeEngineTest extends InferenceEngineContract {
  private static final Path DEMO_MODEL = Path.of("../samples/demo-model/demo-en-zh.gguf");

  @Override
  protected InferenceEngine open() {
    return LlamaNativeEngine.open(
        InstalledRuntime.libraries(), LlamaCppSettings.of(DEMO_MODEL).withSlots(2));
  }

  @Override
  protected GenerationRequest request() {
    return new GenerationRequest(
        List.of(
            ChatMessage.user("1|The old keeper opens the door.\n2|The boy sleeps in the garden.")),
        Optional.empty(),
        Sampling.greedy(),
        100);
  }
}
