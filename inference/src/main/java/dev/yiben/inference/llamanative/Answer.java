package dev.yiben.inference.llamanative;

import dev.yiben.inference.FinishReason;
import dev.yiben.inference.TokenProbability;
import dev.yiben.inference.decoding.GrammarState;
import dev.yiben.inference.decoding.TokenChooser;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * An answer in the making. The loop works on it; the thread that waits reads what it is told, how
 * much was reused, and may cancel.
 */
final class Answer {
  final int[] prompt;
  final int limit;
  final String stream;

  /** How many tokens the prompt of the stream's next answer will begin with as well. */
  final int lasting;

  final TokenChooser chooser;

  /** Whether it is to be said how sure the model was of each token. */
  final boolean probabilities;

  private final boolean constrained;

  private final WholeCharacters characters = new WholeCharacters();
  // Holds at most as many news as tokens were asked for.
  private final BlockingQueue<News> news = new LinkedBlockingQueue<>();
  private Optional<GrammarState> grammar;
  private int generated;
  private volatile int reused;
  private volatile boolean cancelled;

  /**
   * Creates an answer of which nothing is there.
   *
   * @param prompt its tokens
   * @param limit most tokens to generate
   * @param stream the stream that it continues; empty for none
   * @param lasting how many tokens of the prompt the next one of the stream will begin with, as far
   *     as that is known
   */
  Answer(
      int[] prompt,
      int limit,
      String stream,
      int lasting,
      TokenChooser chooser,
      boolean probabilities,
      Optional<GrammarState> grammar) {
    this.prompt = prompt;
    this.limit = limit;
    this.stream = stream;
    this.lasting = lasting;
    this.chooser = chooser;
    this.probabilities = probabilities;
    this.grammar = grammar;
    constrained = grammar.isPresent();
  }

  /** Whether what is computed for it may come from other requests and is kept for them. */
  boolean shares() {
    return !stream.isEmpty();
  }

  /** Returns the most tokens that its sequence will hold. */
  int room() {
    return prompt.length + limit;
  }

  /** Whether it is made by a grammar; for any thread. */
  boolean isConstrained() {
    return constrained;
  }

  Optional<GrammarState> grammar() {
    return grammar;
  }

  /** Whether the grammar lets nothing more come. */
  boolean mustEnd() {
    return grammar.isPresent() && grammar.get().mustEnd();
  }

  boolean isFull() {
    return generated >= limit;
  }

  /** Says how many tokens of the prompt were not computed. */
  void begin(int fromBefore) {
    reused = fromBefore;
  }

  int reused() {
    return reused;
  }

  /** Takes a token that is text, and tells of it. */
  void take(int token, byte[] bytes, double logProbability, boolean forced) {
    grammar = grammar.map(state -> state.after(token));
    generated++;
    news.add(new News.Token(new TokenProbability(characters.add(bytes), logProbability, forced)));
  }

  /** Takes a token that ends the answer, which is then whole. */
  void takeEnd() {
    generated++;
    end(FinishReason.STOP);
  }

  /** Tells that the answer is whole. */
  void end(FinishReason reason) {
    news.add(new News.End(reason, characters.end(), generated));
  }

  /** Tells that there is no answer. */
  void fail(RuntimeException cause) {
    news.add(new News.Failure(cause));
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
}
