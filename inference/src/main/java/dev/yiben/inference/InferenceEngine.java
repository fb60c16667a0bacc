package dev.yiben.inference;

import java.util.List;
import java.util.Map;

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

  /** Returns the values that the engine runs with and why, for a user who asks; may be empty. */
  default List<Choice> choices() {
    return List.of();
  }

  /**
   * Returns what the answers come from, beyond the {@link #capabilities}, such as the model's file
   * and size: values by name, for a report. No secrets.
   */
  default Map<String, String> provenance() {
    return Map.of();
  }

  /** Waits for the generations in progress to end soon, then frees the model; may be repeated. */
  @Override
  void close();
}
