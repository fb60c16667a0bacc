package dev.yiben.inference.llamacpp;

import de.kherud.llama.InferenceParameters;
import de.kherud.llama.LlamaModel;
import de.kherud.llama.LlamaOutput;
import de.kherud.llama.ModelParameters;
import de.kherud.llama.args.CacheType;
import de.kherud.llama.args.GpuSplitMode;
import de.kherud.llama.args.NumaStrategy;
import de.kherud.llama.args.RopeScalingType;
import de.kherud.llama.args.Sampler;
import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import dev.yiben.inference.load.ContextSettings;
import dev.yiben.inference.load.DraftSettings;
import dev.yiben.inference.load.GpuSettings;
import dev.yiben.inference.load.LlamaCppSettings;
import dev.yiben.inference.load.LoadPlan;
import dev.yiben.inference.load.MemoryCheck;
import dev.yiben.inference.load.RopeSettings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns settings and plan into llama.cpp's parameters and loads a model with them. */
final class ModelLoad {
  private static final Logger LOG = LoggerFactory.getLogger(ModelLoad.class);

  /**
   * How much of what a slot holds must come again in a prompt for the slot to be taken for it. A
   * request goes on where its stream ended, so nearly all of it; a new stream shares no more than
   * the system's message, and must not take the slot of another that pauses.
   */
  static final float SAME_STREAM = 0.5f;

  private final LlamaCppSettings settings;
  private final LoadPlan plan;
  private final Optional<Path> lora;

  ModelLoad(LlamaCppSettings settings, LoadPlan plan, Optional<Path> lora) {
    this.settings = settings;
    this.plan = plan;
    this.lora = lora;
  }

  /** Loads the model and has it generate a token, so that its native thread is known to run. */
  LlamaModel load() {
    LOG.info("Loading {}: {}", settings.model(), plan.choices());
    try {
      LlamaModel model = new LlamaModel(parameters());
      InferenceParameters first = new InferenceParameters("a").setNPredict(1).setCachePrompt(false);
      for (LlamaOutput output : model.generate(first)) {
        LOG.trace("{}", output);
      }
      return model;
    } catch (RuntimeException e) {
      // The binding's own exception class is not public.
      throw new InferenceException(
          Category.RESOURCE,
          settings.model()
              + ": the embedded llama.cpp (b4916) could not load the model ("
              + e.getMessage()
              + ")"
              + (lora.isPresent() ? "; the LoRA adapter may be of another model" : "")
              + "; if memory is short, "
              + MemoryCheck.remedies(settings.model())
              + settings.nativeLog().map(log -> "; " + log + " says more").orElse(""),
          e);
    }
  }

  private ModelParameters parameters() {
    ContextSettings context = settings.context();
    ModelParameters parameters =
        new ModelParameters()
            .setModel(settings.model().toString())
            .setCtxSize(Math.multiplyExact(plan.window(), context.slots()))
            .setParallel(context.slots())
            .setCacheTypeK(CacheType.valueOf(context.keys().name()))
            .setCacheTypeV(CacheType.valueOf(context.values().name()))
            .setSlotPromptSimilarity(SAME_STREAM)
            // Not with each request: there the binding knows four of the samplers only.
            .setSamplers(
                Sampler.PENALTIES, Sampler.TOP_K, Sampler.TOP_P, Sampler.MIN_P, Sampler.TEMPERATURE)
            .disableContextShift()
            .skipWarmup()
            .enableSpecial()
            .enableJinja();
    addCompute(parameters);
    addRope(parameters, context.rope());
    addGpu(parameters, settings.gpu());
    settings.draft().ifPresent(draft -> addDraft(parameters, draft));
    lora.ifPresent(file -> parameters.addLoraAdapter(file.toString()));
    if (settings.nativeLog().isPresent()) {
      parameters.setLogFile(settings.nativeLog().get().toString());
    } else {
      parameters.disableLog();
    }
    return parameters;
  }

  private void addCompute(ModelParameters parameters) {
    parameters
        .setThreads(plan.threads())
        .setThreadsBatch(plan.batchThreads())
        .setBatchSize(plan.batch())
        .setUbatchSize(plan.microBatch());
    if (plan.flashAttention()) {
      parameters.enableFlashAttn();
    }
    if (!settings.memory().map()) {
      parameters.disableMmap();
    }
    if (settings.memory().lock()) {
      parameters.enableMlock();
    }
    switch (settings.compute().numa()) {
      case NONE -> {}
      case DISTRIBUTE -> parameters.setNuma(NumaStrategy.DISTRIBUTE);
      case ISOLATE -> parameters.setNuma(NumaStrategy.ISOLATE);
      case NUMACTL -> parameters.setNuma(NumaStrategy.NUMACTL);
    }
  }

  private static void addRope(ModelParameters parameters, RopeSettings rope) {
    if (rope.scaling().isPresent()) {
      parameters.setRopeScaling(
          switch (rope.scaling().get()) {
            case NONE -> RopeScalingType.NONE;
            case LINEAR -> RopeScalingType.LINEAR;
            case YARN -> RopeScalingType.YARN2;
          });
    }
    if (rope.frequencyBase() > 0) {
      parameters.setRopeFreqBase((float) rope.frequencyBase());
    }
    if (rope.frequencyScale() > 0) {
      parameters.setRopeFreqScale((float) rope.frequencyScale());
    }
    if (rope.trainedWindow() > 0) {
      parameters.setYarnOrigCtx(rope.trainedWindow());
    }
  }

  private static void addGpu(ModelParameters parameters, GpuSettings gpu) {
    if (!gpu.offloadCache()) {
      parameters.disableKvOffload();
    }
    if (gpu.layers() == 0) {
      return;
    }
    parameters.setGpuLayers(gpu.layers()).setMainGpu(gpu.mainGpu());
    if (gpu.split().isPresent()) {
      parameters.setSplitMode(GpuSplitMode.valueOf(gpu.split().get().name()));
    }
    if (!gpu.shares().isEmpty()) {
      parameters.setTensorSplit(
          gpu.shares().stream().map(String::valueOf).collect(Collectors.joining(",")));
    }
  }

  private static void addDraft(ModelParameters parameters, DraftSettings draft) {
    parameters
        .setModelDraft(draft.model().toString())
        .setDraftMax(draft.most())
        .setDraftMin(draft.least())
        .setDraftPMin((float) draft.leastProbability());
    if (draft.window() > 0) {
      parameters.setCtxSizeDraft(draft.window());
    }
    if (draft.gpuLayers() > 0) {
      parameters.setGpuLayersDraft(draft.gpuLayers());
    }
  }
}
