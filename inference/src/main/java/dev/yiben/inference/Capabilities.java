package dev.yiben.inference;

/**
 * What an engine can do, with the model that it holds.
 *
 * @param model name of the model for people, such as {@code qwen2.5-7b-instruct q4_k_m}
 * @param fingerprint identifies model and engine: results of equal fingerprints are interchangeable
 * @param contextWindow tokens that a prompt and its answer may take together
 * @param slots requests that are worked on at once
 * @param constraint the strongest constraint that is enforced
 * @param rehearsal whether answers are no translations (echo, pseudo), so that checks of language
 *     make no sense
 * @param promptProfile name of the prompt profile that the model asks for, or else names of the
 *     model and its family, one a line, by which a profile is chosen; may be empty
 * @param prefixCache whether what a request shares with the last one of its stream costs nothing,
 *     so that long conversations that only grow are cheaper than short ones that slide
 * @param probabilities whether it costs next to nothing to be told how probable the tokens of an
 *     answer were; other engines may tell it too, at a price
 */
public record Capabilities(
    String model,
    String fingerprint,
    int contextWindow,
    int slots,
    ConstraintSupport constraint,
    boolean rehearsal,
    String promptProfile,
    boolean prefixCache,
    boolean probabilities) {
  /** Creates the capabilities of an engine that tells no probabilities, or at a price. */
  public Capabilities(
      String model,
      String fingerprint,
      int contextWindow,
      int slots,
      ConstraintSupport constraint,
      boolean rehearsal,
      String promptProfile,
      boolean prefixCache) {
    this(
        model,
        fingerprint,
        contextWindow,
        slots,
        constraint,
        rehearsal,
        promptProfile,
        prefixCache,
        false);
  }

  /**
   * Returns how many tokens an answer may take behind a prompt.
   *
   * @throws InferenceException if the prompt leaves no room for one (USER)
   */
  public int room(int promptTokens) {
    if (promptTokens >= contextWindow) {
      throw new InferenceException(
          InferenceException.Category.USER,
          "The prompt takes "
              + promptTokens
              + " tokens and the context window has "
              + contextWindow
              + ": take a larger context window or smaller batches");
    }
    return contextWindow - promptTokens;
  }
}
