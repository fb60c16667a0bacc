package dev.yiben.pipeline;

/**
 * What was spent, or for a plan what would be.
 *
 * @param requests requests to the engine
 * @param promptTokens tokens of their prompts
 * @param generatedTokens tokens of their answers
 */
public record Usage(int requests, long promptTokens, long generatedTokens) {
  /** Nothing. */
  public static final Usage NONE = new Usage(0, 0, 0);

  /** Returns the sum of both. */
  public Usage plus(Usage other) {
    return new Usage(
        requests + other.requests,
        promptTokens + other.promptTokens,
        generatedTokens + other.generatedTokens);
  }
}
