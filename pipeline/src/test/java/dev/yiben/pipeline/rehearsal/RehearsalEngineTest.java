package dev.yiben.pipeline.rehearsal;

import dev.yiben.inference.ChatMessage;
import dev.yiben.inference.GenerationRequest;
import dev.yiben.inference.InferenceEngine;
import dev.yiben.inference.InferenceEngineContract;
import dev.yiben.inference.Sampling;
import java.util.List;
import java.util.Optional;

class RehearsalEngineTest extends InferenceEngineContract {
  @Override
  protected InferenceEngine open() {
    return RehearsalEngine.pseudo();
  }

  @Override
  protected GenerationRequest request() {
    return new GenerationRequest(
        List.of(ChatMessage.user("Translate:\n1|The keeper opens the door.\n2|He sleeps.")),
        Optional.empty(),
        Sampling.greedy(),
        100);
  }
}
