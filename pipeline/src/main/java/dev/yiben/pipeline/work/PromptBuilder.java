package dev.yiben.pipeline.work;

import dev.yiben.inference.ChatMessage;
import dev.yiben.inference.InferenceEngine;
import dev.yiben.pipeline.plan.PlannedSegment;
import dev.yiben.pipeline.prompt.ContextPair;
import dev.yiben.pipeline.prompt.PromptLine;
import java.util.List;
import java.util.Map;

/** Words requests, and says how much of the context window they take. */
record PromptBuilder(InferenceEngine engine, RequestSettings settings) {
  /** Tokens that a message's frame may take in a chat template. */
  private static final int MESSAGE_FRAME = 12;

  /**
   * Returns the messages of a request.
   *
   * @param history earlier exchanges, oldest first
   * @param faults what was wrong with the last answer, by the line's number
   */
  List<ChatMessage> messages(
      List<List<ContextPair>> history, List<PlannedSegment> segments, Map<Integer, String> faults) {
    List<PromptLine> lines = segments.stream().map(ContextSource::line).toList();
    return settings.template().messages(settings.languages(), history, lines, faults);
  }

  /** Returns the tokens of messages, with their frames. */
  int tokens(List<ChatMessage> messages) {
    return messages.stream().mapToInt(m -> engine.countTokens(m.content()) + MESSAGE_FRAME).sum();
  }

  /** Returns the tokens that an earlier exchange takes. */
  int exchangeTokens(List<ContextPair> exchange) {
    return tokens(settings.template().exchange(settings.languages(), exchange));
  }

  /** Returns the tokens that must be free for the usual answer to a batch. */
  static int answerRoom(List<PlannedSegment> segments) {
    return segments.stream().mapToInt(segment -> segment.tokens() * 2 + 16).sum();
  }

  /** Returns the tokens of the context window. */
  int window() {
    return engine.capabilities().contextWindow();
  }
}
