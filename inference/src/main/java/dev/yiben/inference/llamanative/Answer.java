package dev.yiben.inference.llamanative;

import dev.yiben.inference.FinishReason;
import dev.yiben.inference.decoding.GrammarState;
import dev.yiben.inference.decoding.TokenChooser;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** An answer in the making: what the loop works on, and what it tells the thread that waits. */
final class Answer {
  /**
   * News of an answer.
   *
   * @param text the next piece
   * @param end why the answer ended with it; empty if it goes on
   * @param failure why there is no answer
   */
  record News(String text, Optional<FinishReason> end, Optional<RuntimeException> failure) {}

  final int[] prompt;
  final int limit;
  final String stream;
  final TokenChooser chooser;
  final WholeCharacters characters = new WholeCharacters();
  final TokenList generated = new TokenList();
  Optional<GrammarState> grammar;

  /** Tokens of the prompt that were not computed. */
  volatile int reused;

  private final BlockingQueue<News> news = new LinkedBlockingQueue<>();
  private volatile boolean cancelled;

  /**
   * Creates an answer of which nothing is there.
   *
   * @param prompt its tokens
   * @param limit most tokens to generate
   * @param stream the stream that it continues; empty for none
   */
  Answer(
      int[] prompt,
      int limit,
      String stream,
      TokenChooser chooser,
      Optional<GrammarState> grammar) {
    this.prompt = prompt;
    this.limit = limit;
    this.stream = stream;
    this.chooser = chooser;
    this.grammar = grammar;
  }

  /** Waits for what happens next. */
  News next() throws InterruptedException {
    return news.take();
  }

  /** Says that nobody waits any more. */
  void cancel() {
    cancelled = true;
  }

  boolean isCancelled() {
    return cancelled;
  }

  /** Tells of more text. */
  void tell(String text) {
    if (!text.isEmpty()) {
      news.add(new News(text, Optional.empty(), Optional.empty()));
    }
  }

  /** Tells that the answer is whole. */
  void end(FinishReason reason) {
    news.add(new News(characters.end(), Optional.of(reason), Optional.empty()));
  }

  /** Tells that there is no answer. */
  void fail(RuntimeException failure) {
    news.add(new News("", Optional.empty(), Optional.of(failure)));
  }
}
