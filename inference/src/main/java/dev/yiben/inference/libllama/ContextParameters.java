package dev.yiben.inference.libllama;

import com.sun.jna.Pointer;
import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import dev.yiben.inference.libllama.ParameterLayout.ContextField;

/** How a context is made: llama.cpp's defaults but for what is set. */
public final class ContextParameters {
  private final OpaqueParameters opaque;
  private int sequences = 1;
  private int singleThreads;
  private int batchThreads;

  ContextParameters(OpaqueParameters opaque) {
    this.opaque = opaque;
  }

  OpaqueParameters opaque() {
    return opaque;
  }

  /** Sets how many tokens all sequences have together, and how many sequences there are. */
  public ContextParameters size(int tokens, int count) {
    sequences = count;
    ParameterLayout.set(opaque, ContextField.CONTEXT, tokens);
    ParameterLayout.set(opaque, ContextField.SEQUENCES, count);
    return this;
  }

  /** Sets how many tokens are handed over at once, and how many of them are computed at once. */
  public ContextParameters batch(int tokens, int computed) {
    ParameterLayout.set(opaque, ContextField.BATCH, tokens);
    ParameterLayout.set(opaque, ContextField.MICRO_BATCH, computed);
    return this;
  }

  /** Sets the threads for single tokens and for prompts. */
  public ContextParameters threads(int single, int batch) {
    singleThreads = single;
    batchThreads = batch;
    ParameterLayout.set(opaque, ContextField.THREADS, single);
    ParameterLayout.set(opaque, ContextField.BATCH_THREADS, batch);
    return this;
  }

  /** Sets flash attention, by {@code llama_flash_attn_type}. */
  public ContextParameters flashAttention(boolean on) {
    ParameterLayout.set(opaque, ContextField.FLASH_ATTENTION, on ? 1 : 0);
    return this;
  }

  /** Sets the types of keys and values in the cache, by {@code ggml_type}. */
  public ContextParameters cacheTypes(int keys, int values) {
    ParameterLayout.set(opaque, ContextField.KEY_TYPE, keys);
    ParameterLayout.set(opaque, ContextField.VALUE_TYPE, values);
    return this;
  }

  /** Sets whether the cache of layers on graphics processors is there as well. */
  public ContextParameters offloadCache(boolean offload) {
    ParameterLayout.set(opaque, ContextField.OFFLOAD_CACHE, offload);
    return this;
  }

  /** Sets whether the sequences share one buffer, and so their beginnings. */
  public ContextParameters unifiedCache(boolean unified) {
    ParameterLayout.set(opaque, ContextField.UNIFIED_CACHE, unified);
    return this;
  }

  /** Sets how positions are scaled, by {@code llama_rope_scaling_type}. */
  public ContextParameters ropeScaling(int type) {
    ParameterLayout.set(opaque, ContextField.ROPE_SCALING, type);
    return this;
  }

  /** Sets base and scale of the frequencies of positions, and YaRN's window; 0 for the model's. */
  public ContextParameters rope(float base, float scale, int yarnWindow) {
    ParameterLayout.set(opaque, ContextField.ROPE_BASE, base);
    ParameterLayout.set(opaque, ContextField.ROPE_SCALE, scale);
    ParameterLayout.set(opaque, ContextField.YARN_WINDOW, yarnWindow);
    return this;
  }

  /**
   * Checks that a context took what was set, which shows that it was read where it was written.
   *
   * @throws InferenceException if not (BACKEND_PERMANENT)
   */
  void require(LlamaApi llama, Pointer context) {
    if (llama.llamaNSeqMax(context) != sequences
        || (singleThreads > 0
            && (llama.llamaNThreads(context) != singleThreads
                || llama.llamaNThreadsBatch(context) != batchThreads))) {
      throw new InferenceException(
          Category.BACKEND_PERMANENT,
          "These llama.cpp libraries understand their parameters otherwise than was thought;"
              + " 'translate runtime install' gets ones that fit");
    }
  }
}
