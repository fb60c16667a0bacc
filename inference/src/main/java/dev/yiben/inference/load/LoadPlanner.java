package dev.yiben.inference.load;

import dev.yiben.inference.Choice;
import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import dev.yiben.inference.gguf.ContextShape;
import dev.yiben.inference.gguf.GgufHeader;
import dev.yiben.inference.gguf.KvCacheType;
import dev.yiben.inference.gguf.MemoryEstimate;
import dev.yiben.inference.load.ComputeSettings.FlashAttention;
import dev.yiben.inference.machine.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Chooses what the settings leave open, by the model's file and the machine. */
public final class LoadPlanner {
  /** Windows to choose from; more than the largest is seldom used and always paid for. */
  private static final List<Integer> WINDOWS = List.of(8192, 4096, 2048);

  // Below this size several threads wait for each other longer than they compute.
  private static final long SMALL_MODEL = 50_000_000;
  private static final double SHARE_OF_MEMORY = 0.8;
  private static final int USUAL_BATCH = 2048;
  private static final String AS_SET = "as set";

  private final ModelFile file;
  private final Optional<ModelFile> draft;
  private final LlamaCppSettings settings;
  private final Machine machine;
  private final boolean oneCache;
  private final GpuLayers gpuLayers;
  private final List<Choice> choices = new ArrayList<>();

  /** Creates a planner for a model and perhaps a draft model, on the processor unless set. */
  public LoadPlanner(
      ModelFile file, Optional<ModelFile> draft, LlamaCppSettings settings, Machine machine) {
    this(file, draft, settings, machine, OptionalLong.empty(), false);
  }

  /**
   * Creates a planner that may choose graphics processors.
   *
   * @param gpuMemory bytes that those have which can be used; empty if that is not known
   * @param oneCache whether what all slots hold is in one cache, of which only flash attention
   *     skips what belongs to others
   */
  public LoadPlanner(
      ModelFile file,
      Optional<ModelFile> draft,
      LlamaCppSettings settings,
      Machine machine,
      OptionalLong gpuMemory,
      boolean oneCache) {
    this.oneCache = oneCache;
    this.file = file;
    this.draft = draft;
    this.settings = settings;
    this.machine = machine;
    gpuLayers =
        GpuLayers.of(
            settings.gpu(),
            gpuMemory,
            estimate(
                settings.context().window() > 0 ? settings.context().window() : longestWindow(),
                settings.compute().flashAttention() != FlashAttention.OFF,
                ContextShape.USUAL_MICRO_BATCH));
  }

  /**
   * Makes the plan.
   *
   * @throws InferenceException if settings contradict each other or the model (USER)
   */
  public LoadPlan plan() {
    checkCacheTypes();
    boolean flash = flashAttention();
    int window = window(flash);
    ContextSettings context = settings.context();
    choose("slots", context.slots() + "", "requests at once; each has its own context window");
    int tokens = Math.multiplyExact(window, context.slots());
    ComputeSettings compute = settings.compute();
    int batch = Math.min(tokens, compute.batch() > 0 ? compute.batch() : USUAL_BATCH);
    int microBatch =
        Math.min(
            batch,
            compute.microBatch() > 0 ? compute.microBatch() : ContextShape.USUAL_MICRO_BATCH);
    choose(
        "batch",
        batch + " tokens",
        reason(compute.batch(), "llama.cpp's usual, within the context"));
    choose(
        "micro-batch",
        microBatch + " tokens",
        reason(compute.microBatch(), "llama.cpp's usual; a smaller one saves memory"));
    int threads = threads();
    int batchThreads = compute.batchThreads() > 0 ? compute.batchThreads() : threads;
    choose(
        "threads for prompts",
        batchThreads + "",
        reason(compute.batchThreads(), "as many as threads"));
    choose(
        "KV cache",
        context.keys() + " keys, " + context.values() + " values",
        context.keys() == KvCacheType.F16 && context.values() == KvCacheType.F16
            ? "no loss; q8_0 takes half of it"
            : AS_SET);
    choose("flash attention", flash ? "on" : "off", flashReason(flash));
    choose(
        "prompt cache",
        context.cachePrompts() ? "on" : "off",
        context.cachePrompts() ? "streams are computed on where they ended" : AS_SET);
    describeRest();
    MemoryEstimate estimate = estimate(window, flash, microBatch);
    long ofDraft = draft.map(model -> ofDraft(model, window)).orElse(0L);
    choose(
        "memory",
        mebibytes(estimate.total() + ofDraft),
        "weights "
            + mebibytes(estimate.weights())
            + ", KV cache "
            + mebibytes(estimate.cache())
            + ", computing "
            + mebibytes(estimate.compute())
            + (ofDraft > 0 ? ", draft model " + mebibytes(ofDraft) : "")
            + "; free: "
            + mebibytes(machine.availableMemory())
            + " of "
            + mebibytes(machine.totalMemory()));
    return new LoadPlan(
        window,
        threads,
        batchThreads,
        batch,
        microBatch,
        flash,
        gpuLayers.count(),
        estimate,
        ofDraft,
        choices);
  }

  /** llama.cpp ends the process where blocks of numbers do not fill a head. */
  private void checkCacheTypes() {
    GgufHeader header = file.header();
    KvCacheType keys = settings.context().keys();
    KvCacheType values = settings.context().values();
    long heads = header.architectureNumber("attention.head_count").orElse(0);
    long width = header.architectureNumber("embedding_length").orElse(0);
    long headSize = heads > 0 ? width / heads : 0;
    long keySize = header.architectureNumber("attention.key_length").orElse(headSize);
    long valueSize = header.architectureNumber("attention.value_length").orElse(headSize);
    if (!keys.fits(keySize) || !values.fits(valueSize)) {
      throw refused(
          "heads of "
              + keySize
              + " keys and "
              + valueSize
              + " values cannot be stored as "
              + keys
              + " and "
              + values
              + "; use --cache-type-k f16 and --cache-type-v f16");
    }
    if (values.quantised()
        && (settings.compute().flashAttention() == FlashAttention.OFF || keySize != valueSize)) {
      throw refused(
          "the KV cache can store values as "
              + values
              + " with flash attention only"
              + (keySize == valueSize
                  ? "; use --flash-attn on"
                  : ", which this model cannot use; use --cache-type-v f16"));
    }
  }

  private boolean flashAttention() {
    return switch (settings.compute().flashAttention()) {
      case ON -> true;
      case OFF -> false;
      case AUTO ->
          settings.context().values().quantised() || gpuLayers.count() > 0 || sharesCache();
    };
  }

  /** Small models lose more by it than they gain. */
  private boolean sharesCache() {
    return oneCache && settings.context().slots() > 1 && file.size() >= SMALL_MODEL;
  }

  private String flashReason(boolean flash) {
    if (settings.compute().flashAttention() != FlashAttention.AUTO) {
      return AS_SET;
    }
    if (!flash) {
      return "slower on processors than the whole matrix";
    }
    if (settings.context().values().quantised()) {
      return "needed for values in " + settings.context().values();
    }
    return gpuLayers.count() > 0
        ? "faster on GPUs"
        : "faster where several requests are in one cache";
  }

  private int window(boolean flash) {
    long trained = trained();
    int wanted = settings.context().window();
    if (wanted > 0) {
      if (trained > 0 && wanted > trained) {
        throw refused(
            "the model was trained for a context window of "
                + trained
                + " tokens, so it cannot take "
                + wanted
                + "; --rope-freq-scale stretches it");
      }
      choose("context window", wanted + " tokens", AS_SET);
      return wanted;
    }
    int longest = longestWindow();
    int window = fitting(longest, flash);
    String why =
        longest == WINDOWS.get(0)
            ? "enough for batches and context"
            : "what the model was trained for";
    choose(
        "context window",
        window + " tokens",
        window == longest ? why : "less than " + longest + ", so that it fits into the memory");
    return window;
  }

  private long trained() {
    return settings.context().rope().stretched(file.header().contextLength());
  }

  private int longestWindow() {
    int most = WINDOWS.get(0);
    return trained() <= 0 || trained() >= most
        ? most
        : (int) Math.max(ContextSettings.SMALLEST_WINDOW, trained());
  }

  /** By all memory, not by what is free at the moment: a resumed job must get the same window. */
  private int fitting(int longest, boolean flash) {
    for (int window : WINDOWS) {
      int candidate = Math.min(window, longest);
      MemoryEstimate estimate = estimate(candidate, flash, ContextShape.USUAL_MICRO_BATCH);
      if (onHost(estimate) <= machine.totalMemory() * SHARE_OF_MEMORY) {
        return candidate;
      }
    }
    return Math.min(WINDOWS.get(WINDOWS.size() - 1), longest);
  }

  private long onHost(MemoryEstimate estimate) {
    return estimate.host(gpuLayers.count(), settings.gpu().offloadCache());
  }

  private MemoryEstimate estimate(int window, boolean flash, int microBatch) {
    ContextSettings context = settings.context();
    return MemoryEstimate.of(
        file.header(),
        file.size(),
        new ContextShape(
            (long) window * context.slots(),
            context.slots(),
            context.keys(),
            context.values(),
            microBatch,
            flash));
  }

  /** llama.cpp makes a context in 16 bits for each slot, and one more to look at the model. */
  private long ofDraft(ModelFile model, int window) {
    int wanted = settings.draft().map(DraftSettings::window).orElse(0);
    MemoryEstimate one =
        MemoryEstimate.of(
            model.header(), model.size(), ContextShape.of(1, wanted > 0 ? wanted : window));
    return one.weights() + (one.cache() + one.compute()) * (settings.context().slots() + 1);
  }

  private int threads() {
    int wanted = settings.compute().threads();
    if (wanted > 0) {
      choose(
          "threads",
          wanted + "",
          wanted > machine.processors()
              ? "as set; more than the " + machine.processors() + " processors, which is slow"
              : AS_SET);
      return wanted;
    }
    if (file.size() < SMALL_MODEL) {
      choose("threads", "1", "the model is so small that more would wait for each other");
      return 1;
    }
    choose("threads", machine.cores() + "", "one for each core");
    return machine.cores();
  }

  private void describeRest() {
    choose("GPU layers", gpuLayers.count() + "", gpuLayers.reason());
    MemorySettings memory = settings.memory();
    choose(
        "weights",
        (memory.map() ? "mapped" : "read") + (memory.lock() ? ", locked" : ""),
        memory.equals(MemorySettings.DEFAULT) ? "starts fastest, and runs share them" : AS_SET);
    RopeSettings rope = settings.context().rope();
    if (!rope.equals(RopeSettings.OF_MODEL)) {
      choose(
          "RoPE",
          rope.scaling().map(s -> s + ", ").orElse("")
              + "base "
              + (rope.frequencyBase() > 0 ? rope.frequencyBase() + "" : "of the model")
              + ", scale "
              + (rope.frequencyScale() > 0 ? rope.frequencyScale() + "" : "of the model"),
          AS_SET);
    }
    settings
        .draft()
        .ifPresent(
            d -> choose("draft model", d.model() + ", up to " + d.most() + " tokens", AS_SET));
    settings.lora().ifPresent(l -> choose("LoRA", l.file() + ", scale " + l.scale(), AS_SET));
  }

  private void choose(String name, String value, String reason) {
    choices.add(new Choice(name, value, reason));
  }

  private static String reason(int set, String otherwise) {
    return set > 0 ? AS_SET : otherwise;
  }

  private InferenceException refused(String problem) {
    return new InferenceException(Category.USER, settings.model() + ": " + problem);
  }

  static String mebibytes(long bytes) {
    return (bytes >> 20) + " MiB";
  }
}
