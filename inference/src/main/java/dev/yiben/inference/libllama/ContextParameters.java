package dev.yiben.inference.libllama;

import dev.yiben.inference.libllama.ParameterLayout.ContextField;

/** How a context is made: llama.cpp's defaults but for what is set. */
public final class ContextParameters {
  private final OpaqueParameters opaque;

  ContextParameters(OpaqueParameters opaque) {
    this.opaque = opaque;
  }

  OpaqueParameters opaque() {
    return opaque;
  }

  /** Sets how many tokens all sequences have together, and how many sequences there are. */
  public ContextParameters size(int tokens, int sequences) {
    ParameterLayout.set(opaque, ContextField.CONTEXT, tokens);
    ParameterLayout.set(opaque, ContextField.SEQUENCES, sequences);
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
}
