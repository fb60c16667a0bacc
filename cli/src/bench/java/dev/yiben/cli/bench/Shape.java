package dev.yiben.cli.bench;

/**
 * The size of a model of the Llama architecture.
 *
 * @param layers number of layers
 * @param width size of a token's vector, a multiple of 32
 * @param inner size of the vector inside of a layer, a multiple of 32
 * @param heads attention heads
 * @param keyHeads heads of keys and values
 * @param vocabulary number of tokens
 */
record Shape(int layers, int width, int inner, int heads, int keyHeads, int vocabulary) {
  /** A model of some 100 million parameters beside its vocabulary. */
  static Shape small(int vocabulary) {
    return new Shape(12, 768, 2048, 12, 4, vocabulary);
  }

  /** A model of some 25 million parameters beside its vocabulary. */
  static Shape medium(int vocabulary) {
    return new Shape(8, 512, 1536, 8, 4, vocabulary);
  }

  /** A model that computes next to nothing, where speed is not what is measured. */
  static Shape tiny(int vocabulary) {
    return new Shape(2, 128, 256, 4, 2, vocabulary);
  }

  /** Returns the number of weights, in millions. */
  long millions() {
    int keys = width / heads * keyHeads;
    long layer = 2L * width * width + 2L * width * keys + 3L * width * inner;
    return (layers * layer + 2L * width * vocabulary) / 1_000_000;
  }

  @Override
  public String toString() {
    return layers + " layers of " + width + ", " + vocabulary + " tokens, " + millions() + " M";
  }
}
