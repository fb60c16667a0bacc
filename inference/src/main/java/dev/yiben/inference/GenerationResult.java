package dev.yiben.inference;

/**
 * The answer to a request.
 *
 * @param text what was generated
 * @param finishReason why it ended
 * @param promptTokens tokens of the rendered prompt
 * @param generatedTokens tokens of the answer
 */
public record GenerationResult(
    String text, FinishReason finishReason, int promptTokens, int generatedTokens) {}
