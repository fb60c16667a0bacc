package dev.yiben.inference.gguf;

/**
 * The context that a model is loaded with, as far as it takes memory.
 *
 * @param tokens tokens of all slots together
 * @param slots requests at once
 * @param keys how keys are stored
 * @param values how values are stored
 * @param microBatch tokens that are computed at once
 * @param flashAttention whether attention is computed piece by piece, without the whole matrix
 */
public record ContextShape(
    long tokens,
    int slots,
    KvCacheType keys,
    KvCacheType values,
    int microBatch,
    boolean flashAttention) {
  /** Tokens that llama.cpp computes at once unless told otherwise. */
  public static final int USUAL_MICRO_BATCH = 512;

  /** Returns llama.cpp's usual context of so many slots with so many tokens each. */
  public static ContextShape of(int slots, long tokensOfEach) {
    return new ContextShape(
        Math.multiplyExact(tokensOfEach, (long) slots),
        slots,
        KvCacheType.F16,
        KvCacheType.F16,
        USUAL_MICRO_BATCH,
        false);
  }
}
