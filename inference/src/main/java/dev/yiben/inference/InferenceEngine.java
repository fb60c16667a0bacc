package dev.yiben.inference;

/**
 * A language model that answers conversations.
 *
 * <p>All methods may be called by several threads at once; at most {@link Capabilities#slots}
 * requests make progress together, further ones wait.
 */
public interface InferenceEngine extends AutoCloseable {

  /** Returns what the engine and its model can do. */
  Capabilities capabilities();

  /**
   * Generates the answer to a conversation.
   *
   * <p>Interrupting the calling thread ends the generation soon.
   *
   * @throws InferenceException if there is no answer, as after {@link #close}
   * @throws InterruptedException if the thread is interrupted
   */
  GenerationResult generate(GenerationRequest request, GenerationListener listener)
      throws InterruptedException;

  /** Returns the number of tokens of a text, exactly where the engine has the tokenizer. */
  int countTokens(String text);

  /** Waits for the generations in progress to end soon, then frees the model; may be repeated. */
  @Override
  void close();
}
