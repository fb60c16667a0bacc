package dev.yiben.inference;

/**
 * The answer to a request.
 *
 * @param text what was generated, without thinking
 * @param finishReason why it ended
 * @param tokens what it took
 */
public record GenerationResult(String text, FinishReason finishReason, TokenUsage tokens) {}
