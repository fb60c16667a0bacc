package dev.yiben.inference.openai;

import dev.yiben.inference.TokenProbability;
import java.util.List;
import java.util.Optional;

/**
 * What one line of an answer brings.
 *
 * @param text next piece of the answer
 * @param thinking next piece of thinking that is apart from the answer
 * @param tokens the tokens that the text or the thinking is made of, if the server tells
 * @param finish why the answer ended, in the server's words
 * @param usage what it took
 * @param error an error that came instead of the rest
 * @param errorStatus status that this error would have had as a response; 0 if it is not told
 * @param end whether nothing follows
 */
record AnswerPart(
    String text,
    String thinking,
    List<TokenProbability> tokens,
    Optional<String> finish,
    Optional<Usage> usage,
    Optional<ServerError> error,
    int errorStatus,
    boolean end) {
  /** What a server says of tokens; 0 for what it does not tell. */
  record Usage(long prompt, long cached, long generated, long thinking) {}

  static final AnswerPart END =
      new AnswerPart(
          "", "", List.of(), Optional.empty(), Optional.empty(), Optional.empty(), 0, true);

  static AnswerPart failed(ServerError error, int status) {
    return new AnswerPart(
        "", "", List.of(), Optional.empty(), Optional.empty(), Optional.of(error), status, true);
  }

  /** Returns whether the model has written anything. */
  boolean hasContent() {
    return !text.isEmpty() || !thinking.isEmpty();
  }
}
