package dev.yiben.inference.load;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import dev.yiben.inference.gguf.MemoryEstimate;
import dev.yiben.inference.machine.Machine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Refuses a model that would not fit, before the system ends the process for it. */
public final class MemoryCheck {
  private static final int ROOMY_WINDOW = 2048;

  private MemoryCheck() {}

  /**
   * Compares what a plan takes with what is free.
   *
   * @throws InferenceException if it is more (RESOURCE); the message names the knobs to turn
   */
  public static void require(LlamaCppSettings settings, LoadPlan plan, Machine machine) {
    MemoryEstimate estimate = plan.estimate();
    long needed = estimate.host(plan.gpuLayers(), settings.gpu().offloadCache()) + plan.draft();
    if (!settings.memory().check() || needed <= machine.availableMemory()) {
      return;
    }
    throw new InferenceException(
        Category.RESOURCE,
        settings.model()
            + ": needs about "
            + LoadPlanner.mebibytes(needed)
            + " of memory (weights "
            + LoadPlanner.mebibytes(estimate.weights())
            + ", KV cache "
            + LoadPlanner.mebibytes(estimate.cache())
            + ", computing "
            + LoadPlanner.mebibytes(estimate.compute())
            + "), and "
            + LoadPlanner.mebibytes(machine.availableMemory())
            + " are free; "
            + knobs(settings, plan)
            + "; --memory-check off tries it nevertheless");
  }

  private static String knobs(LlamaCppSettings settings, LoadPlan plan) {
    ContextSettings context = settings.context();
    List<String> knobs = new ArrayList<>();
    if (plan.window() > ROOMY_WINDOW) {
      knobs.add("--context-length " + plan.window() / 2);
    }
    if (context.slots() > 1) {
      knobs.add("--jobs 1");
    }
    if (!context.keys().quantised() && !context.values().quantised()) {
      knobs.add("--cache-type-k q8_0 --cache-type-v q8_0");
    }
    if (!plan.flashAttention()) {
      knobs.add("--flash-attn on");
    }
    if (settings.draft().isPresent()) {
      knobs.add("no --draft-model");
    }
    knobs.add("a smaller quantisation or model");
    return "take " + String.join(", or ", knobs);
  }

  /** Returns what to try after the native code failed or died, in a few words. */
  public static String remedies(Path model) {
    return "take a smaller --context-length, fewer --jobs, fewer --gpu-layers or a smaller"
        + " quantisation of "
        + model.getFileName();
  }
}
