package dev.yiben.cli.bench;

import dev.yiben.inference.llamacpp.LlamaCppEngine;
import dev.yiben.inference.load.LlamaCppSettings;
import java.nio.file.Path;

/** Opens engines for benchmarks. */
final class BenchEngine {
  private BenchEngine() {}

  /** Returns settings without a log. */
  static LlamaCppSettings settings(Path model, int window, int slots, int threads) {
    return LlamaCppSettings.of(model)
        .withContextWindow(window)
        .withSlots(slots)
        .withThreads(threads);
  }

  /** Opens an engine without a log. */
  static LlamaCppEngine open(Path model, int window, int slots, int threads) {
    return LlamaCppEngine.open(settings(model, window, slots, threads));
  }
}
