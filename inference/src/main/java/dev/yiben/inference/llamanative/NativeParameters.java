package dev.yiben.inference.llamanative;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import dev.yiben.inference.gguf.KvCacheType;
import dev.yiben.inference.libllama.ComputeDevice;
import dev.yiben.inference.libllama.ComputeDevice.Kind;
import dev.yiben.inference.libllama.ContextParameters;
import dev.yiben.inference.libllama.LlamaLibrary;
import dev.yiben.inference.libllama.ModelParameters;
import dev.yiben.inference.load.ComputeSettings.FlashAttention;
import dev.yiben.inference.load.ContextSettings;
import dev.yiben.inference.load.GpuSettings;
import dev.yiben.inference.load.GpuSettings.Split;
import dev.yiben.inference.load.LlamaCppSettings;
import dev.yiben.inference.load.LoadPlan;
import dev.yiben.inference.load.RopeSettings;
import java.util.List;
import java.util.OptionalLong;

/** Turns settings and plan into llama.cpp's parameters. */
final class NativeParameters {
  private final LlamaLibrary library;
  private final LlamaCppSettings settings;

  /**
   * Creates it.
   *
   * @throws InferenceException if the settings ask for what this engine cannot do (USER)
   */
  NativeParameters(LlamaLibrary library, LlamaCppSettings settings) {
    this.library = library;
    this.settings = settings;
    if (settings.draft().isPresent()) {
      throw new InferenceException(
          Category.USER,
          "The engine llama-native does not use a draft model: leave --draft-model out, or take"
              + " --engine llama-cpp or llama-server");
    }
  }

  /** Returns the bytes that the graphics processors have on which a model may be put. */
  OptionalLong gpuMemory() {
    return OptionalLong.of(gpuMemory(library.devices(), settings.gpu()));
  }

  /** Graphics in the processor are for machines that have no card, as llama.cpp sees it. */
  static long gpuMemory(List<ComputeDevice> devices, GpuSettings gpu) {
    List<Long> cards = memories(devices, Kind.GRAPHICS_CARD);
    if (cards.isEmpty()) {
      return memories(devices, Kind.INTEGRATED_GRAPHICS).stream().findFirst().orElse(0L);
    }
    if (gpu.split().filter(Split.NONE::equals).isPresent()) {
      return gpu.mainGpu() < cards.size() ? cards.get(gpu.mainGpu()) : 0;
    }
    return cards.stream().mapToLong(Long::longValue).sum();
  }

  private static List<Long> memories(List<ComputeDevice> devices, Kind kind) {
    return devices.stream()
        .filter(device -> device.kind() == kind)
        .map(ComputeDevice::totalMemory)
        .toList();
  }

  /** Returns how the model is loaded. */
  ModelParameters model(LoadPlan plan) {
    // For the whole process, before anything is loaded.
    switch (settings.compute().numa()) {
      case NONE -> {}
      case DISTRIBUTE -> library.useNuma(1);
      case ISOLATE -> library.useNuma(2);
      case NUMACTL -> library.useNuma(3);
    }
    ModelParameters parameters =
        library.modelParameters().memory(settings.memory().map(), settings.memory().lock());
    GpuSettings gpu = settings.gpu();
    if (plan.gpuLayers() == 0) {
      return parameters.processorOnly();
    }
    parameters.gpuLayers(plan.gpuLayers()).mainGpu(gpu.mainGpu());
    gpu.split()
        .ifPresent(
            split ->
                parameters.splitMode(
                    switch (split) {
                      case NONE -> 0;
                      case LAYER -> 1;
                      case ROW -> 2;
                    }));
    if (!gpu.shares().isEmpty()) {
      parameters.shares(gpu.shares());
    }
    return parameters;
  }

  /**
   * Returns how a context is made.
   *
   * @param sequences how many there are, which may be more than slots
   */
  ContextParameters context(LoadPlan plan, int sequences) {
    ContextSettings context = settings.context();
    int slots = context.slots();
    ContextParameters parameters =
        library
            .contextParameters()
            .size(Math.multiplyExact(plan.window(), slots), sequences)
            .batch(Math.max(plan.batch(), slots), plan.microBatch())
            .threads(plan.threads(), plan.batchThreads())
            .cacheTypes(type(context.keys()), type(context.values()))
            .offloadCache(settings.gpu().offloadCache());
    boolean open =
        settings.compute().flashAttention() == FlashAttention.AUTO
            && plan.gpuLayers() > 0
            && !context.values().quantised();
    if (!open) {
      // Otherwise llama.cpp finds out whether the devices can.
      parameters.flashAttention(plan.flashAttention());
    }
    addRope(parameters, context.rope());
    return parameters;
  }

  private static void addRope(ContextParameters parameters, RopeSettings rope) {
    rope.scaling()
        .ifPresent(
            scaling ->
                parameters.ropeScaling(
                    switch (scaling) {
                      case NONE -> 0;
                      case LINEAR -> 1;
                      case YARN -> 2;
                    }));
    parameters.rope(
        (float) rope.frequencyBase(), (float) rope.frequencyScale(), rope.trainedWindow());
  }

  /** By {@code ggml_type}. */
  private static int type(KvCacheType type) {
    return switch (type) {
      case F32 -> 0;
      case F16 -> 1;
      case BF16 -> 30;
      case Q8_0 -> 8;
      case Q5_1 -> 7;
      case Q5_0 -> 6;
      case Q4_1 -> 3;
      case Q4_0 -> 2;
      case IQ4_NL -> 20;
    };
  }
}
