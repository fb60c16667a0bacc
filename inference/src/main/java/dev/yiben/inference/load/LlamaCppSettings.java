package dev.yiben.inference.load;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a model is loaded; a number out of its range is refused as the user's.
 *
 * @param model the GGUF file; of a split model the first file
 * @param context what a request may take, and how many are worked on at once
 * @param compute how the processor is used
 * @param gpu what runs on graphics processors
 * @param memory how the model is held in memory
 * @param draft a small model that guesses ahead of the large one
 * @param lora an adapter that changes the model
 * @param nativeLog file for llama.cpp's own log, which from the embedded one then also goes to
 *     standard error; empty for none
 */
public record LlamaCppSettings(
    Path model,
    ContextSettings context,
    ComputeSettings compute,
    GpuSettings gpu,
    MemorySettings memory,
    Optional<DraftSettings> draft,
    Optional<LoraSettings> lora,
    Optional<Path> nativeLog) {

  /** Returns the settings that suit most: one slot, everything else chosen by model and machine. */
  public static LlamaCppSettings of(Path model) {
    return new LlamaCppSettings(
        model,
        ContextSettings.DEFAULT,
        ComputeSettings.DEFAULT,
        GpuSettings.NONE,
        MemorySettings.DEFAULT,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Returns these settings with another context. */
  public LlamaCppSettings with(ContextSettings other) {
    return new LlamaCppSettings(model, other, compute, gpu, memory, draft, lora, nativeLog);
  }

  /** Returns these settings with another use of the processor. */
  public LlamaCppSettings with(ComputeSettings other) {
    return new LlamaCppSettings(model, context, other, gpu, memory, draft, lora, nativeLog);
  }

  /** Returns these settings with another use of graphics processors. */
  public LlamaCppSettings with(GpuSettings other) {
    return new LlamaCppSettings(model, context, compute, other, memory, draft, lora, nativeLog);
  }

  /** Returns these settings with another use of memory. */
  public LlamaCppSettings with(MemorySettings other) {
    return new LlamaCppSettings(model, context, compute, gpu, other, draft, lora, nativeLog);
  }

  /** Returns these settings with a draft model. */
  public LlamaCppSettings with(DraftSettings other) {
    return new LlamaCppSettings(
        model, context, compute, gpu, memory, Optional.of(other), lora, nativeLog);
  }

  /** Returns these settings with an adapter. */
  public LlamaCppSettings with(LoraSettings other) {
    return new LlamaCppSettings(
        model, context, compute, gpu, memory, draft, Optional.of(other), nativeLog);
  }

  /** Returns these settings with another context window for each slot, in tokens. */
  public LlamaCppSettings withContextWindow(int tokens) {
    return with(context.withWindow(tokens));
  }

  /** Returns these settings with another number of requests at once. */
  public LlamaCppSettings withSlots(int count) {
    return with(context.withSlots(count));
  }

  /** Returns these settings with another number of processor threads. */
  public LlamaCppSettings withThreads(int count) {
    return with(compute.withThreads(count));
  }

  /** Returns these settings with a file for the native log. */
  public LlamaCppSettings withNativeLog(Path file) {
    return new LlamaCppSettings(
        model, context, compute, gpu, memory, draft, lora, Optional.of(file));
  }

  static void check(boolean valid, String what, Object value) {
    if (!valid) {
      throw new InferenceException(Category.USER, "The " + what + " cannot be " + value);
    }
  }

  static void checkRange(int value, int least, int most, String what) {
    check(value >= least && value <= most, what, value);
  }
}
