package dev.yiben.pipeline;

import dev.yiben.inference.TokenUsage;

/**
 * What was spent, or for a plan what would be.
 *
 * @param requests requests to the engine
 * @param tokens tokens of their prompts and answers
 */
public record Usage(int requests, TokenUsage tokens) {
  /** Nothing. */
  public static final Usage NONE = new Usage(0, TokenUsage.NONE);

  /** Returns the sum of both. */
  public Usage plus(Usage other) {
    return new Usage(requests + other.requests, tokens.plus(other.tokens));
  }
}
