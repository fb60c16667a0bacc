package dev.yiben.cli;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.gguf.KvCacheType;
import dev.yiben.inference.load.ComputeSettings;
import dev.yiben.inference.load.ComputeSettings.FlashAttention;
import dev.yiben.inference.load.ComputeSettings.Numa;
import dev.yiben.inference.load.ContextSettings;
import dev.yiben.inference.load.LlamaCppSettings;
import dev.yiben.inference.load.MemorySettings;
import dev.yiben.inference.load.RopeSettings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that say how llama.cpp holds and computes a model. */
final class LlamaOptions implements OptionSection {
  static final String HEADING = "How llama.cpp runs the model (docs/inference.md):";

  private static final String CACHE_TYPES = "f16|q8_0|q4_0|…";

  @Option(
      names = "--threads-batch",
      paramLabel = "N",
      defaultValue = "0",
      description = "Processor threads for prompts; default: 0, as many as --threads.")
  private int threadsBatch;

  @Option(
      names = "--batch-size",
      paramLabel = "N",
      defaultValue = "0",
      description = "Most tokens of prompts that are taken up at once; default: 0, which is 2048.")
  private int batchSize;

  @Option(
      names = "--ubatch-size",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Most tokens that are computed at once, which takes memory; default: 0, which is 512.")
  private int microBatchSize;

  @Option(
      names = "--flash-attn",
      paramLabel = "auto|on|off",
      defaultValue = "auto",
      description =
          "Compute attention piece by piece, which saves memory and is faster on GPUs; default:"
              + " auto, where layers are on a GPU or the cache needs it.")
  private FlashAttention flashAttention;

  @Option(
      names = "--prompt-cache",
      paramLabel = "on|off",
      defaultValue = "on",
      arity = "1",
      converter = OnOff.class,
      description =
          "Go on from what was computed for the batch before, instead of showing the model some"
              + " context anew; default: on.")
  private boolean promptCache;

  @Option(
      names = "--save-context",
      paramLabel = "on|off",
      defaultValue = "off",
      arity = "1",
      converter = OnOff.class,
      description =
          "Save what is computed for each chapter or scene in the job's folder until the job is"
              + " done, so that a resumed run goes on from there (llama-native only); default: off.")
  private boolean saveContext;

  @Option(
      names = "--cache-type-k",
      paramLabel = CACHE_TYPES,
      defaultValue = "f16",
      description = "How keys of the KV cache are stored; q8_0 halves them; default: f16.")
  private KvCacheType keys;

  @Option(
      names = "--cache-type-v",
      paramLabel = CACHE_TYPES,
      defaultValue = "f16",
      description = "How its values are stored; below 16 bits with flash attention; default: f16.")
  private KvCacheType values;

  @Option(
      names = "--rope-scaling",
      paramLabel = "none|linear|yarn",
      description = "How RoPE frequencies are scaled; default: the model's.")
  private Optional<RopeSettings.Scaling> ropeScaling = Optional.empty();

  @Option(
      names = "--rope-freq-base",
      paramLabel = "NUMBER",
      defaultValue = "0",
      description = "Base of the RoPE frequencies; default: 0, the model's.")
  private double ropeBase;

  @Option(
      names = "--rope-freq-scale",
      paramLabel = "NUMBER",
      defaultValue = "0",
      description =
          "Factor on the RoPE frequencies: 0.25 allows a window four times as long; default: 0, the"
              + " model's.")
  private double ropeScale;

  @Option(
      names = "--yarn-orig-ctx",
      paramLabel = "N",
      defaultValue = "0",
      description = "The window that YaRN scales from; default: 0, the model's.")
  private int yarnWindow;

  @Option(
      names = "--mmap",
      paramLabel = "on|off",
      defaultValue = "on",
      arity = "1",
      converter = OnOff.class,
      description = "Map the model's file instead of reading it; default: on.")
  private boolean map;

  @Option(
      names = "--mlock",
      paramLabel = "on|off",
      defaultValue = "off",
      arity = "1",
      converter = OnOff.class,
      description = "Ask the system never to swap the model out; default: off.")
  private boolean lock;

  @Option(
      names = "--numa",
      paramLabel = "none|distribute|isolate|numactl",
      defaultValue = "none",
      description = "How memory is spread on machines of several nodes; default: none.")
  private Numa numa;

  @Option(
      names = "--memory-check",
      paramLabel = "on|off",
      defaultValue = "on",
      arity = "1",
      converter = OnOff.class,
      description = "Refuse a model that is too large for the memory; default: on.")
  private boolean memoryCheck;

  @Option(
      names = "--native-log",
      paramLabel = "FILE",
      description =
          "Have llama.cpp write its own log to FILE, and with the embedded engine to the standard"
              + " error as well; default: none.")
  private Optional<Path> nativeLog = Optional.empty();

  @Mixin private final GpuOptions gpu = new GpuOptions();
  @Mixin private final AdapterOptions adapters = new AdapterOptions();

  /** Throws a usage exception if a number is out of its range. */
  void requireValid(EngineOptions engine) {
    try {
      settings(Path.of("model.gguf"), Optional.of(Path.of("draft.gguf")), engine, file -> file);
    } catch (InferenceException e) {
      throw new UsageException(e.getMessage(), e);
    }
  }

  /** Returns whether what is computed for streams is saved until the job is done. */
  boolean savesContext() {
    return saveContext;
  }

  /** Returns the draft model that is wanted, as the user names it. */
  Optional<String> draftModel() {
    return adapters.draftModel();
  }

  /**
   * Returns how a model is loaded.
   *
   * @param draft the file of the draft model
   * @param resolver makes paths of the user's ones that can be opened
   */
  LlamaCppSettings settings(
      Path model, Optional<Path> draft, EngineOptions engine, UnaryOperator<Path> resolver) {
    return new LlamaCppSettings(
        model,
        new ContextSettings(
            engine.contextLength(),
            Math.max(1, engine.jobs()),
            promptCache,
            keys,
            values,
            new RopeSettings(ropeScaling, ropeBase, ropeScale, yarnWindow)),
        new ComputeSettings(
            engine.threads(), threadsBatch, batchSize, microBatchSize, flashAttention, numa),
        gpu.settings(engine.gpuLayers()),
        new MemorySettings(map, lock, memoryCheck),
        draft.map(adapters::draft),
        adapters.lora(resolver),
        nativeLog.map(resolver));
  }

  @Override
  public String heading() {
    return HEADING;
  }
}
