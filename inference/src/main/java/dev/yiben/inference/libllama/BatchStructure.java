package dev.yiben.inference.libllama;

import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;

/** {@code llama_batch}: tokens with their places, for one call of {@code llama_decode}. */
@FieldOrder({
  "count",
  "tokens",
  "embeddings",
  "positions",
  "sequenceCounts",
  "sequences",
  "outputs"
})
public final class BatchStructure extends Structure implements Structure.ByValue {
  /** How many tokens. */
  public int count;

  /** Their numbers. */
  public Pointer tokens;

  /** Not used. */
  public Pointer embeddings;

  /** Where each is in its sequence. */
  public Pointer positions;

  /** To how many sequences each belongs. */
  public Pointer sequenceCounts;

  /** To which. */
  public Pointer sequences;

  /** Whether its logits are wanted. */
  public Pointer outputs;
}
