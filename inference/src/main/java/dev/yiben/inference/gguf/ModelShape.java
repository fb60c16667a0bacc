package dev.yiben.inference.gguf;

/**
 * The numbers of a model that decide how much memory its context takes; 0 where unknown.
 *
 * @param layers blocks that are computed one after the other
 * @param width numbers of the vector between them
 * @param heads of attention
 * @param keyHeads of those, heads that have keys and values of their own
 * @param keySize numbers of a key of a head
 * @param valueSize numbers of a value of a head
 * @param inner width within a layer
 * @param vocabulary tokens that the tokenizer knows
 * @param context tokens that the model was trained for
 */
public record ModelShape(
    int layers,
    int width,
    int heads,
    int keyHeads,
    int keySize,
    int valueSize,
    int inner,
    int vocabulary,
    long context) {
  private static final long MOST_LAYERS = 10_000;
  private static final long MOST_HEADS = 1 << 14;
  private static final long MOST_WIDTH = 1 << 20;

  /** Returns the shape that a header tells of; numbers that make no sense count as unknown. */
  public static ModelShape of(GgufHeader header) {
    long width = bounded(header, "embedding_length", 0, MOST_WIDTH);
    long heads = bounded(header, "attention.head_count", 0, MOST_HEADS);
    long headSize = heads == 0 ? 0 : width / heads;
    return new ModelShape(
        (int) bounded(header, "block_count", 0, MOST_LAYERS),
        (int) width,
        (int) heads,
        (int) Math.min(heads, bounded(header, "attention.head_count_kv", heads, MOST_HEADS)),
        (int) bounded(header, "attention.key_length", headSize, width),
        (int) bounded(header, "attention.value_length", headSize, width),
        (int) bounded(header, "feed_forward_length", 4 * width, 8 * MOST_WIDTH),
        header.vocabularySize(),
        header.contextLength());
  }

  /** Returns about how many parameters a model of this shape has; 0 if unknown. */
  public long parameters() {
    long queries = (long) heads * keySize;
    long keys = (long) keyHeads * (keySize + valueSize);
    return (long) layers * width * (2 * queries + keys + 3L * inner) + (long) vocabulary * width;
  }

  private static long bounded(GgufHeader header, String key, long otherwise, long most) {
    long value = header.architectureNumber(key).orElse(otherwise);
    return value < 0 || value > most ? otherwise : value;
  }
}
