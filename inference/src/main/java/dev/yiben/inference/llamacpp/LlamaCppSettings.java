package dev.yiben.inference.llamacpp;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a model is loaded; a number out of its range is refused as the user's.
 *
 * @param model the GGUF file; of a split model the first file
 * @param contextWindow tokens that a prompt and its answer may take together, for each slot; 0
 *     takes the model's own, at most {@value #LARGEST_CHOSEN_WINDOW}
 * @param slots requests that are worked on at once; each takes memory for its context window
 * @param threads processor threads for the arithmetic; 0 chooses by machine and model
 * @param gpuLayers layers that run on the graphics processor, where the library can use one
 * @param cachePrompts whether what a prompt shares with the one before it in its slot is not
 *     computed again; a doubtful answer may then come out otherwise than without, and so in a
 *     resumed run otherwise than in one that was not interrupted
 * @param nativeLog file for llama.cpp's own log, which then also goes to standard error; empty for
 *     none
 */
public record LlamaCppSettings(
    Path model,
    int contextWindow,
    int slots,
    int threads,
    int gpuLayers,
    boolean cachePrompts,
    Optional<Path> nativeLog) {
  static final int LARGEST_CHOSEN_WINDOW = 8192;
  static final int SMALLEST_WINDOW = 64;
  private static final int LARGEST_WINDOW = 1 << 20;
  private static final int MOST_SLOTS = 64;

  public LlamaCppSettings {
    check(
        contextWindow == 0 || (contextWindow >= SMALLEST_WINDOW && contextWindow <= LARGEST_WINDOW),
        "context window",
        contextWindow);
    check(slots >= 1 && slots <= MOST_SLOTS, "number of slots", slots);
    check(threads >= 0 && threads <= 1024, "number of threads", threads);
    check(gpuLayers >= 0 && gpuLayers <= 10_000, "number of GPU layers", gpuLayers);
  }

  /** Returns the settings that suit most: one slot, everything else chosen by model and machine. */
  public static LlamaCppSettings of(Path model) {
    return new LlamaCppSettings(model, 0, 1, 0, 0, false, Optional.empty());
  }

  /** Returns these settings with another context window for each slot, in tokens. */
  public LlamaCppSettings withContextWindow(int tokens) {
    return new LlamaCppSettings(model, tokens, slots, threads, gpuLayers, cachePrompts, nativeLog);
  }

  /** Returns these settings with another number of requests at once. */
  public LlamaCppSettings withSlots(int count) {
    return new LlamaCppSettings(
        model, contextWindow, count, threads, gpuLayers, cachePrompts, nativeLog);
  }

  /** Returns these settings with another number of processor threads. */
  public LlamaCppSettings withThreads(int count) {
    return new LlamaCppSettings(
        model, contextWindow, slots, count, gpuLayers, cachePrompts, nativeLog);
  }

  /** Returns these settings with layers on the graphics processor. */
  public LlamaCppSettings withGpuLayers(int count) {
    return new LlamaCppSettings(
        model, contextWindow, slots, threads, count, cachePrompts, nativeLog);
  }

  /** Returns these settings with or without reuse of what prompts have in common. */
  public LlamaCppSettings withCachePrompts(boolean reuse) {
    return new LlamaCppSettings(model, contextWindow, slots, threads, gpuLayers, reuse, nativeLog);
  }

  /** Returns these settings with a file for the native log. */
  public LlamaCppSettings withNativeLog(Path file) {
    return new LlamaCppSettings(
        model, contextWindow, slots, threads, gpuLayers, cachePrompts, Optional.of(file));
  }

  private static void check(boolean valid, String what, int value) {
    if (!valid) {
      throw new InferenceException(Category.USER, "The " + what + " cannot be " + value);
    }
  }
}
