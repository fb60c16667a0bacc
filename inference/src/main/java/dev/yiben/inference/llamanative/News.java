package dev.yiben.inference.llamanative;

import dev.yiben.inference.FinishReason;
import dev.yiben.inference.TokenProbability;

/** What the thread that waits for an answer is told. */
sealed interface News {
  /** One more token. */
  record Token(TokenProbability token) implements News {}

  /**
   * The answer is whole.
   *
   * @param rest text that was held back because a character was not whole
   * @param generated how many tokens it took, with the one that the model ended it with
   */
  record End(FinishReason reason, String rest, int generated) implements News {}

  /** There is no answer. */
  record Failure(RuntimeException cause) implements News {}
}
