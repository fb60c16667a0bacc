package dev.yiben.inference;

/**
 * What requests took, in tokens.
 *
 * @param prompt tokens of the rendered prompts
 * @param cached how many of these were not evaluated, since they were from an earlier request
 * @param generated tokens of the answers, thinking included
 * @param thinking how many of these were thinking
 */
public record TokenUsage(long prompt, long cached, long generated, long thinking) {
  /** Nothing. */
  public static final TokenUsage NONE = new TokenUsage(0, 0, 0, 0);

  /** Creates the usage of a request that was evaluated whole and did not think. */
  public static TokenUsage of(long prompt, long generated) {
    return new TokenUsage(prompt, 0, generated, 0);
  }

  /** Returns the sum of both. */
  public TokenUsage plus(TokenUsage other) {
    return new TokenUsage(
        prompt + other.prompt,
        cached + other.cached,
        generated + other.generated,
        thinking + other.thinking);
  }

  /** Returns the prompt tokens that were evaluated. */
  public long evaluated() {
    return prompt - cached;
  }
}
