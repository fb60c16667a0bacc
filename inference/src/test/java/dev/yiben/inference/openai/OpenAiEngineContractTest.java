package dev.yiben.inference.openai;

import dev.yiben.inference.ChatMessage;
import dev.yiben.inference.GenerationRequest;
import dev.yiben.inference.InferenceEngine;
import dev.yiben.inference.InferenceEngineContract;
import dev.yiben.inference.Sampling;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;

/** Holds the engine to the contract, against a server of each way of being spoken to. */
class OpenAiEngineContractTest {

  @Nested
  class LlamaServer extends OfPreset {
    LlamaServer() {
      super("llama-server");
    }
  }

  @Nested
  class Ollama extends OfPreset {
    Ollama() {
      super("ollama");
    }
  }

  @Nested
  class Vllm extends OfPreset {
    Vllm() {
      super("vllm");
    }
  }

  @Nested
  class Unknown extends OfPreset {
    Unknown() {
      super("openai-compatible");
    }
  }

  abstract static class OfPreset extends InferenceEngineContract {
    private final StandInServer server;

    OfPreset(String preset) {
      server = StandInServer.of(preset);
    }

    @Override
    protected InferenceEngine open() {
      return OpenAiEngine.open(server.settings().withConcurrency(2));
    }

    @Override
    protected GenerationRequest request() {
      return new GenerationRequest(
          List.of(ChatMessage.user("The keeper opens the door.")),
          Optional.empty(),
          Sampling.greedy(),
          64);
    }

    @AfterAll
    void stop() {
      server.close();
    }
  }
}
