package dev.yiben.inference.llamacpp;

import com.sun.management.OperatingSystemMXBean;
import de.kherud.llama.InferenceParameters;
import de.kherud.llama.LlamaModel;
import de.kherud.llama.LlamaOutput;
import de.kherud.llama.ModelParameters;
import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import java.lang.management.ManagementFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chooses what the settings leave open and loads a model. */
final class ModelLoad {
  private static final Logger LOG = LoggerFactory.getLogger(ModelLoad.class);
  // Below this size several threads wait for each other longer than they compute.
  private static final long SMALL_MODEL = 50_000_000;

  private ModelLoad() {}

  /** Returns the tokens of the context window of each slot. */
  static int window(ModelFile file, LlamaCppSettings settings) {
    long trained = file.header().contextLength();
    if (settings.contextWindow() > 0) {
      if (trained > 0 && settings.contextWindow() > trained) {
        throw new InferenceException(
            Category.USER,
            file.header().file()
                + ": the model was trained for a context window of "
                + trained
                + " tokens, so it cannot take "
                + settings.contextWindow());
      }
      return settings.contextWindow();
    }
    int most = LlamaCppSettings.LARGEST_CHOSEN_WINDOW;
    if (trained <= 0 || trained >= most) {
      return most;
    }
    return (int) Math.max(LlamaCppSettings.SMALLEST_WINDOW, trained);
  }

  /** Loads the model and has it generate a token, so that its native thread is known to run. */
  static LlamaModel load(ModelFile file, LlamaCppSettings settings, int window) {
    checkMemory(file, settings, window);
    int threads = threads(file, settings);
    ModelParameters parameters =
        new ModelParameters()
            .setModel(settings.model().toString())
            .setCtxSize(Math.multiplyExact(window, settings.slots()))
            .setParallel(settings.slots())
            .setThreads(threads)
            .setThreadsBatch(threads)
            .disableContextShift()
            .skipWarmup()
            .enableSpecial()
            .enableJinja();
    if (settings.gpuLayers() > 0) {
      parameters.setGpuLayers(settings.gpuLayers());
    }
    if (settings.nativeLog().isPresent()) {
      parameters.setLogFile(settings.nativeLog().get().toString());
    } else {
      parameters.disableLog();
    }
    LOG.debug(
        "Loading {} with a window of {} tokens, {} slots and {} threads",
        settings.model(),
        window,
        settings.slots(),
        threads);
    try {
      LlamaModel model = new LlamaModel(parameters);
      for (LlamaOutput output : model.generate(new InferenceParameters("a").setNPredict(1))) {
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
              + "); if memory is short, take a smaller quantisation, a smaller context window or"
              + " fewer slots"
              + settings.nativeLog().map(log -> "; " + log + " says more").orElse(""),
          e);
    }
  }

  private static void checkMemory(ModelFile file, LlamaCppSettings settings, int window) {
    long needed = file.cacheBytes((long) window * settings.slots());
    long memory =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    if (settings.gpuLayers() == 0 && memory > 0 && needed > memory) {
      throw new InferenceException(
          Category.RESOURCE,
          settings.model()
              + ": a context window of "
              + window
              + " tokens in "
              + settings.slots()
              + " slots needs "
              + (needed >> 20)
              + " MiB, and the machine has "
              + (memory >> 20)
              + " MiB; take a smaller context window or fewer slots");
    }
  }

  /** Returns the threads to use: beyond four, half of the processors, as two share one core. */
  private static int threads(ModelFile file, LlamaCppSettings settings) {
    if (settings.threads() > 0) {
      return settings.threads();
    }
    if (file.size() < SMALL_MODEL) {
      return 1;
    }
    int processors = Runtime.getRuntime().availableProcessors();
    return processors <= 4 ? processors : Math.max(4, processors / 2);
  }
}
