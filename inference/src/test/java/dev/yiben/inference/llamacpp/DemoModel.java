package dev.yiben.inference.llamacpp;

import dev.yiben.inference.ChatMessage;
import dev.yiben.inference.GenerationRequest;
import dev.yiben.inference.OutputConstraint;
import dev.yiben.inference.Sampling;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The small model that comes with the program, and requests that it understands. */
public final class DemoModel {
  public static final Path FILE = Path.of("../samples/demo-model/demo-en-zh.gguf");

  public static final String TWO_LINES =
      "1|The old keeper opens the door.\n2|The boy sleeps in the garden.";

  private DemoModel() {}

  public static GenerationRequest request(String content, int maxTokens) {
    return new GenerationRequest(
        List.of(ChatMessage.user(content)), Optional.empty(), Sampling.greedy(), maxTokens);
  }

  public static GenerationRequest request(String content, String grammar, int maxTokens) {
    return new GenerationRequest(
        List.of(ChatMessage.user(content)),
        Optional.of(new OutputConstraint.Grammar(grammar)),
        Sampling.greedy(),
        maxTokens);
  }
}
