package dev.yiben.inference.load;

import dev.yiben.inference.gguf.MemoryEstimate;
import java.util.OptionalLong;

/**
 * How many layers of a model run on graphics processors.
 *
 * @param count as llama.cpp counts them: what comes after the last one is one more
 * @param reason why, for people
 */
record GpuLayers(int count, String reason) {
  /** Of their memory; the rest is for the system's pictures and what is estimated too low. */
  private static final double SHARE = 0.85;

  /**
   * Chooses, by all memory and not by what is free at the moment: a resumed job must compute as it
   * did before.
   *
   * @param memory bytes of the graphics processors that can be used; empty if that is not known
   * @param estimate of the model with what it is loaded with
   */
  static GpuLayers of(GpuSettings settings, OptionalLong memory, MemoryEstimate estimate) {
    int asked = settings.layers();
    if (memory.isEmpty()) {
      return asked > 0
          ? new GpuLayers(asked, "as set, where the native library can use a GPU")
          : new GpuLayers(0, "the processor alone");
    }
    if (memory.getAsLong() == 0) {
      return new GpuLayers(
          0, asked > 0 ? "not as set: the runtime can use no GPU" : "the runtime can use no GPU");
    }
    if (settings.wanted().isPresent()) {
      return new GpuLayers(asked, "as set");
    }
    return most(settings, memory.getAsLong(), estimate);
  }

  private static GpuLayers most(GpuSettings settings, long memory, MemoryEstimate estimate) {
    long all = estimate.layers() + 1L;
    int count = 0;
    while (count < all && estimate.gpu(count + 1, settings.offloadCache()) <= memory * SHARE) {
      count++;
    }
    String size = LoadPlanner.mebibytes(memory);
    if (count == all) {
      return new GpuLayers(count, "all of them fit the GPU's memory of " + size);
    }
    return new GpuLayers(
        count,
        count == 0
            ? "not one fits the GPU's memory of " + size
            : "of " + all + ", as many as fit the GPU's memory of " + size);
  }
}
