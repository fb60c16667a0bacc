package dev.yiben.cli;

import dev.yiben.inference.InferenceEngine;
import dev.yiben.pipeline.rehearsal.RehearsalEngine;

/** Opens the engine that the options choose. */
final class Engines {
  private final Environment environment;
  private final Console console;

  Engines(Environment environment, Console console) {
    this.environment = environment;
    this.console = console;
  }

  /**
   * Opens an engine.
   *
   * @throws dev.yiben.inference.InferenceException if it cannot be had
   */
  InferenceEngine open(EngineOptions options) {
    InferenceEngine engine =
        switch (options.engine()) {
          case ECHO -> RehearsalEngine.echo();
          case PSEUDO -> RehearsalEngine.pseudo();
          case LLAMA -> llama(options);
        };
    console.detail(
        "engine: "
            + options.engine()
            + ", model: "
            + engine.capabilities().model()
            + ", context window: "
            + engine.capabilities().contextWindow()
            + " tokens");
    return engine;
  }

  private InferenceEngine llama(EngineOptions options) {
    throw new dev.yiben.inference.InferenceException(
        dev.yiben.inference.InferenceException.Category.BACKEND_PERMANENT,
        "--model "
            + options.model().orElse("")
            + ": the engine is not there yet "
            + environment.home());
  }
}
