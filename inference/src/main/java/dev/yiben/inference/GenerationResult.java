package dev.yiben.inference;

import java.util.List;

/**
 * The answer to a request.
 *
 * @param text what was generated, without thinking
 * @param finishReason why it ended
 * @param tokens what it took
 * @param probabilities the tokens that the text is made of, but for one that ends it; empty if they
 *     were not asked for or the engine does not tell
 */
public record GenerationResult(
    String text,
    FinishReason finishReason,
    TokenUsage tokens,
    List<TokenProbability> probabilities) {
  public GenerationResult {
    probabilities = List.copyOf(probabilities);
  }

  /** Creates the answer of an engine that tells nothing of single tokens. */
  public GenerationResult(String text, FinishReason finishReason, TokenUsage tokens) {
    this(text, finishReason, tokens, List.of());
  }
}
