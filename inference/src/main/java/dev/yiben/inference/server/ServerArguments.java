package dev.yiben.inference.server;

import dev.yiben.inference.gguf.KvCacheType;
import dev.yiben.inference.load.ComputeSettings;
import dev.yiben.inference.load.ContextSettings;
import dev.yiben.inference.load.DraftSettings;
import dev.yiben.inference.load.GpuSettings;
import dev.yiben.inference.load.LlamaCppSettings;
import dev.yiben.inference.load.LoraSettings;
import dev.yiben.inference.load.RopeSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The command line of a {@code llama-server}: what differs from its own defaults, which are chosen
 * by machine and model.
 *
 * @see <a href="https://github.com/ggml-org/llama.cpp/blob/master/tools/server/README.md">Arguments
 *     of llama-server</a>
 */
final class ServerArguments {
  private final List<String> arguments = new ArrayList<>();

  private ServerArguments() {}

  /**
   * Returns the arguments for a model.
   *
   * @param window tokens of context for each slot
   */
  static List<String> of(LlamaCppSettings settings, int window) {
    ServerArguments all = new ServerArguments();
    all.add("--model", settings.model());
    all.add("--alias", settings.model().getFileName());
    all.addContext(settings.context(), window);
    all.addCompute(settings.compute());
    all.addGpu(settings.gpu());
    all.addIf(!settings.memory().map(), "--no-mmap");
    all.addIf(settings.memory().lock(), "--mlock");
    settings.draft().ifPresent(all::addDraft);
    settings.lora().ifPresent(all::addLora);
    return List.copyOf(all.arguments);
  }

  private void addContext(ContextSettings context, int window) {
    add("--ctx-size", (long) window * context.slots());
    add("--parallel", context.slots());
    addType("--cache-type-k", context.keys());
    addType("--cache-type-v", context.values());
    RopeSettings rope = context.rope();
    rope.scaling().ifPresent(scaling -> add("--rope-scaling", scaling));
    addPositive("--rope-freq-base", rope.frequencyBase());
    addPositive("--rope-freq-scale", rope.frequencyScale());
    addPositive("--yarn-orig-ctx", rope.trainedWindow());
  }

  private void addType(String name, KvCacheType type) {
    if (type != KvCacheType.F16) {
      add(name, type.toString().toLowerCase(Locale.ROOT));
    }
  }

  private void addCompute(ComputeSettings compute) {
    addPositive("--threads", compute.threads());
    addPositive("--threads-batch", compute.batchThreads());
    addPositive("--batch-size", compute.batch());
    addPositive("--ubatch-size", compute.microBatch());
    if (compute.flashAttention() != ComputeSettings.FlashAttention.AUTO) {
      add("--flash-attn", compute.flashAttention());
    }
    if (compute.numa() != ComputeSettings.Numa.NONE) {
      add("--numa", compute.numa());
    }
  }

  private void addGpu(GpuSettings gpu) {
    addPositive("--gpu-layers", gpu.layers());
    addIf(!gpu.offloadCache(), "--no-kv-offload");
    addPositive("--main-gpu", gpu.mainGpu());
    gpu.split().ifPresent(split -> add("--split-mode", split));
    if (!gpu.shares().isEmpty()) {
      add(
          "--tensor-split",
          gpu.shares().stream().map(String::valueOf).collect(Collectors.joining(",")));
    }
  }

  private void addDraft(DraftSettings draft) {
    add("--model-draft", draft.model());
    add("--draft-max", draft.most());
    add("--draft-min", draft.least());
    add("--draft-p-min", draft.leastProbability());
    addPositive("--ctx-size-draft", draft.window());
    addPositive("--gpu-layers-draft", draft.gpuLayers());
  }

  private void addLora(LoraSettings lora) {
    if (lora.scale() == 1) {
      add("--lora", lora.file());
    } else {
      arguments.addAll(
          List.of("--lora-scaled", lora.file().toString(), String.valueOf(lora.scale())));
    }
  }

  private void add(String name, Object value) {
    arguments.add(name);
    arguments.add(String.valueOf(value));
  }

  private void addIf(boolean wanted, String name) {
    if (wanted) {
      arguments.add(name);
    }
  }

  private void addPositive(String name, double value) {
    if (value > 0) {
      add(name, value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value));
    }
  }
}
