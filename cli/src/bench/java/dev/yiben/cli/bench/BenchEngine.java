package dev.yiben.cli.bench;

import dev.yiben.inference.InferenceEngine;
import dev.yiben.inference.llamacpp.LlamaCppEngine;
import dev.yiben.inference.llamanative.LlamaNativeEngine;
import dev.yiben.inference.load.LlamaCppSettings;
import dev.yiben.inference.runtime.LlamaRuntime;
import dev.yiben.inference.runtime.Platform;
import dev.yiben.inference.runtime.Runtimes;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The engines that run a model inside the process. */
enum BenchEngine {
  /** The llama.cpp that comes with Yiben. */
  EMBEDDED {
    @Override
    InferenceEngine open(LlamaCppSettings settings) {
      return LlamaCppEngine.open(settings);
    }
  },
  /** The llama.cpp that is installed on the machine. */
  NATIVE {
    @Override
    InferenceEngine open(LlamaCppSettings settings) {
      return LlamaNativeEngine.open(runtime().orElseThrow().libraries(), settings);
    }
  };

  /** Opens an engine. */
  abstract InferenceEngine open(LlamaCppSettings settings);

  /** Opens an engine. */
  InferenceEngine open(Path model, int window, int slots, int threads) {
    return open(settings(model, window, slots, threads));
  }

  /** Returns settings without a log. */
  static LlamaCppSettings settings(Path model, int window, int slots, int threads) {
    return LlamaCppSettings.of(model)
        .withContextWindow(window)
        .withSlots(slots)
        .withThreads(threads);
  }

  /** Returns the engines that can be measured here. */
  static List<BenchEngine> available() {
    if (runtime().isPresent()) {
      return Arrays.asList(values());
    }
    System.err.println(
        "No llama.cpp runtime is installed or named by "
            + Runtimes.VARIABLE
            + ": the native engine is not measured");
    return List.of(EMBEDDED);
  }

  private static Optional<LlamaRuntime> runtime() {
    Platform platform = Platform.current();
    Path folder =
        Runtimes.defaultFolder(System.getenv(), Path.of(System.getProperty("user.home")), platform);
    Runtimes runtimes = Runtimes.of(folder, System.getenv());
    String named = System.getenv().getOrDefault(Runtimes.VARIABLE, "");
    return named.isEmpty() ? runtimes.preferred() : Optional.of(runtimes.named(named));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
