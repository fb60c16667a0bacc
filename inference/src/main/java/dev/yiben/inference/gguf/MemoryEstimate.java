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
  private static final int NUMBER_BYTES = 4;

  /** Vectors of the model's width that are alive at once, by what llama.cpp says it takes. */
  private static final int VECTORS = 4;

  /**
   * Estimates.
   *
   * @param header of the model, or of its first part
   * @param weightBytes size of the model's files together
   */
  public static MemoryEstimate of(GgufHeader header, long weightBytes, ContextShape context) {
    return of(ModelShape.of(header), weightBytes, context);
  }

  /**
   * Estimates for a model of which only the numbers are known.
   *
   * @param weightBytes size of the model's files together
   */
  public static MemoryEstimate of(ModelShape shape, long weightBytes, ContextShape context) {
    if (shape.layers() == 0 || shape.width() == 0) {
      return new MemoryEstimate(weightBytes, 0, 0, shape.layers());
    }
    return new MemoryEstimate(
        weightBytes, cache(shape, context), compute(shape, context), shape.layers());
  }

  private static long cache(ModelShape shape, ContextShape context) {
    return shape.layers()
        * context.tokens()
        * (context.keys().bytes((long) shape.keyHeads() * shape.keySize())
            + context.values().bytes((long) shape.keyHeads() * shape.valueSize()));
  }

  /** The largest of the vocabulary's weights, attention and a layer, and what is always there. */
  private static long compute(ModelShape shape, ContextShape context) {
    long vocabulary = shape.vocabulary() * (long) context.microBatch();
    long attention =
        context.flashAttention()
            ? 0
            : shape.heads() * context.tokens() * (long) context.microBatch();
    long layer = 2L * shape.inner() * context.microBatch();
    long always = (VECTORS * (long) shape.width() + context.tokens()) * context.microBatch();
    long answers = shape.vocabulary() * (long) context.slots();
    return (Math.max(Math.max(vocabulary, attention), layer) + always + answers) * NUMBER_BYTES;
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
