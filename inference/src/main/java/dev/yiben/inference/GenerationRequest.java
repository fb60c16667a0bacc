package dev.yiben.inference;

import java.util.List;
import java.util.Optional;

/**
 * A conversation to continue with one answer.
 *
 * @param messages the conversation: at most one message of the system, then user and assistant in
 *     turns, the last message the user's
 * @param constraint what the answer must look like; an engine that cannot enforce it ignores it,
 *     and its capabilities say so
 * @param sampling how tokens are chosen
 * @param maxTokens the most tokens to generate
 * @param stream name of the stream of requests, each a continuation of the one before; an engine
 *     may keep what it has computed for it. Empty for a request of its own, which is computed
 *     independently of every other
 * @param probabilities whether the result shall say how sure the model was of each token, if the
 *     engine can; where a vocabulary is large that takes some tenths of a millisecond for each
 */
public record GenerationRequest(
    List<ChatMessage> messages,
    Optional<OutputConstraint> constraint,
    Sampling sampling,
    int maxTokens,
    String stream,
    boolean probabilities) {
  public GenerationRequest {
    messages = List.copyOf(messages);
    boolean system = !messages.isEmpty() && messages.get(0).role() == ChatMessage.Role.SYSTEM;
    for (int i = system ? 1 : 0; i < messages.size(); i++) {
      boolean user = (i - (system ? 1 : 0)) % 2 == 0;
      ChatMessage.Role expected = user ? ChatMessage.Role.USER : ChatMessage.Role.ASSISTANT;
      if (messages.get(i).role() != expected) {
        throw new IllegalArgumentException("Message " + i + " must be the " + expected + "'s");
      }
    }
    if (messages.isEmpty() || messages.get(messages.size() - 1).role() != ChatMessage.Role.USER) {
      throw new IllegalArgumentException("The last message must be the user's");
    }
    if (maxTokens < 1) {
      throw new IllegalArgumentException("At least one token must be generated");
    }
  }

  /** Creates a request that asks for no probabilities. */
  public GenerationRequest(
      List<ChatMessage> messages,
      Optional<OutputConstraint> constraint,
      Sampling sampling,
      int maxTokens,
      String stream) {
    this(messages, constraint, sampling, maxTokens, stream, false);
  }

  /** Creates a request that belongs to no stream. */
  public GenerationRequest(
      List<ChatMessage> messages,
      Optional<OutputConstraint> constraint,
      Sampling sampling,
      int maxTokens) {
    this(messages, constraint, sampling, maxTokens, "");
  }

  /** Returns this request with probabilities asked for. */
  public GenerationRequest withProbabilities() {
    return new GenerationRequest(messages, constraint, sampling, maxTokens, stream, true);
  }
}
