package dev.yiben.inference.load;

import static dev.yiben.inference.load.LlamaCppSettings.check;
import static dev.yiben.inference.load.LlamaCppSettings.checkRange;

import dev.yiben.inference.gguf.KvCacheType;

/**
 * What a request may take, and how many are worked on at once.
 *
 * @param window tokens that a prompt and its answer may take together, for each slot; 0 chooses by
 *     model and machine
 * @param slots requests that are worked on at once; each takes memory for its context window
 * @param cachePrompts whether what a request shares with the one before it in its stream is not
 *     computed again; requests without a stream are always computed whole
 * @param keys how the cache stores keys
 * @param values how it stores values; smaller ones than 16 bits need flash attention
 * @param rope how positions are turned into angles
 */
public record ContextSettings(
    int window,
    int slots,
    boolean cachePrompts,
    KvCacheType keys,
    KvCacheType values,
    RopeSettings rope) {
  /** One slot with all else chosen by model and machine. */
  public static final ContextSettings DEFAULT =
      new ContextSettings(0, 1, true, KvCacheType.F16, KvCacheType.F16, RopeSettings.OF_MODEL);

  static final int SMALLEST_WINDOW = 64;
  private static final int LARGEST_WINDOW = 1 << 20;
  private static final int MOST_SLOTS = 64;

  public ContextSettings {
    check(
        window == 0 || (window >= SMALLEST_WINDOW && window <= LARGEST_WINDOW),
        "context window",
        window);
    checkRange(slots, 1, MOST_SLOTS, "number of slots");
  }

  /** Returns this context with another window for each slot, in tokens. */
  public ContextSettings withWindow(int tokens) {
    return new ContextSettings(tokens, slots, cachePrompts, keys, values, rope);
  }

  /** Returns this context with another number of requests at once. */
  public ContextSettings withSlots(int count) {
    return new ContextSettings(window, count, cachePrompts, keys, values, rope);
  }

  /** Returns this context with or without reuse of what a stream's requests share. */
  public ContextSettings withCachePrompts(boolean reuse) {
    return new ContextSettings(window, slots, reuse, keys, values, rope);
  }

  /** Returns this context with other types of numbers in the cache. */
  public ContextSettings withCacheTypes(KvCacheType ofKeys, KvCacheType ofValues) {
    return new ContextSettings(window, slots, cachePrompts, ofKeys, ofValues, rope);
  }

  /** Returns this context with positions turned into angles otherwise. */
  public ContextSettings withRope(RopeSettings other) {
    return new ContextSettings(window, slots, cachePrompts, keys, values, other);
  }
}
