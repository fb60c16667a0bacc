package dev.yiben.inference.gguf;

/**
 * The memory that a model with its context takes, in bytes, from what its header says.
 *
 * <p>Grouped heads (GQA) are counted as they are. A sliding window saves nothing in the embedded
 * llama.cpp, which keeps keys and values of the whole context in every layer.
 *
 * @param weights the model's numbers
 * @param cache keys and values of all slots; 0 if the header does not say enough
 * @param compute scratch memory for one micro-batch; 0 if the header does not say enough
 * @param layers layers of the model, of which each takes about the same of weights and cache
 */
public record MemoryEstimate(long weights, long cache, long compute, int layers) {
  private static final long MOST_LAYERS = 10_000;
  private static final long MOST_HEADS = 1 << 14;
  private static final long MOST_WIDTH = 1 << 20;
  private static final int NUMBER_BYTES = 4;

  /** Vectors of the model's width that are alive at once while a layer is computed. */
  private static final int VECTORS = 6;

  /**
   * Estimates.
   *
   * @param header of the model, or of its first part
   * @param weightBytes size of the model's files together
   */
  public static MemoryEstimate of(GgufHeader header, long weightBytes, ContextShape context) {
    long layers = bounded(header, "block_count", 0, MOST_LAYERS);
    long width = bounded(header, "embedding_length", 0, MOST_WIDTH);
    long heads = bounded(header, "attention.head_count", 0, MOST_HEADS);
    if (layers == 0 || width == 0) {
      return new MemoryEstimate(weightBytes, 0, 0, (int) layers);
    }
    return new MemoryEstimate(
        weightBytes,
        cache(header, context, layers, width, heads),
        compute(header, context, width, heads),
        (int) layers);
  }

  private static long cache(
      GgufHeader header, ContextShape context, long layers, long width, long heads) {
    if (heads == 0) {
      return 0;
    }
    long keyHeads = Math.min(heads, bounded(header, "attention.head_count_kv", heads, MOST_HEADS));
    long headSize = width / heads;
    long keys = bounded(header, "attention.key_length", headSize, width);
    long values = bounded(header, "attention.value_length", headSize, width);
    return layers
        * context.tokens()
        * (context.keys().bytes(keyHeads * keys) + context.values().bytes(keyHeads * values));
  }

  /** The largest of what is alive at once: the vocabulary's weights, attention, a layer. */
  private static long compute(GgufHeader header, ContextShape context, long width, long heads) {
    long vocabulary = header.vocabularySize() * (long) context.microBatch();
    long attention =
        context.flashAttention() ? 0 : heads * context.tokens() * (long) context.microBatch();
    long inner = bounded(header, "feed_forward_length", 4 * width, 8 * MOST_WIDTH);
    long layer = (VECTORS * width + 2 * inner) * context.microBatch();
    long answers = header.vocabularySize() * (long) context.slots();
    return (Math.max(Math.max(vocabulary, attention), layer) + layer + answers) * NUMBER_BYTES;
  }

  private static long bounded(GgufHeader header, String key, long otherwise, long most) {
    long value = header.architectureNumber(key).orElse(otherwise);
    return value < 0 || value > most ? otherwise : value;
  }

  /** Returns the bytes of everything. */
  public long total() {
    return weights + cache + compute;
  }

  /** Returns the bytes that stay in the machine's memory if so many layers run on the GPU. */
  public long host(int gpuLayers, boolean cacheOnGpu) {
    return total() - gpu(gpuLayers, cacheOnGpu);
  }

  /** Returns the bytes that go to the GPU's memory if so many layers run there. */
  public long gpu(int gpuLayers, boolean cacheOnGpu) {
    if (gpuLayers <= 0 || layers == 0) {
      return 0;
    }
    // What comes after the last layer counts as one more, as in llama.cpp.
    long weightsThere = weights / (layers + 1) * Math.min(gpuLayers, layers + 1);
    long cacheThere = cacheOnGpu ? cache / layers * Math.min(gpuLayers, layers) : 0;
    return weightsThere + cacheThere + compute;
  }
}
