package dev.yiben.inference;

import dev.yiben.inference.llamacpp.LlamaCppEngine;
import dev.yiben.inference.llamanative.LlamaNativeEngine;
import dev.yiben.inference.load.LlamaCppSettings;
import dev.yiben.inference.runtime.RuntimeForTests;
import java.util.Map;

/**
 * The engines that run a model in the process: what one of them does, the other must do as well.
 */
public enum LocalEngine {
  /** The llama.cpp that comes along. */
  LLAMA("llama", "llama\\.cpp b4916") {
    @Override
    public InferenceEngine open(LlamaCppSettings settings) {
      return LlamaCppEngine.open(settings);
    }

    @Override
    public Map<String, String> variables() {
      return Map.of("YIBEN_ENGINE", option());
    }
  },
  /** That of a runtime; where there is none for tests, what uses it is skipped. */
  LLAMA_NATIVE("llama-native", "llama\\.cpp \\d+\\.\\d+.*") {
    @Override
    public InferenceEngine open(LlamaCppSettings settings) {
      return LlamaNativeEngine.open(RuntimeForTests.required().libraries(), settings);
    }

    @Override
    public Map<String, String> variables() {
      return Map.of(
          "YIBEN_ENGINE",
          option(),
          "YIBEN_LLAMA_RUNTIME",
          RuntimeForTests.required().folder().toAbsolutePath().normalize().toString());
    }
  };

  private final String option;
  private final String build;

  LocalEngine(String option, String build) {
    this.option = option;
    this.build = build;
  }

  /** Loads a model. */
  public abstract InferenceEngine open(LlamaCppSettings settings);

  /** Returns the environment in which the command takes this engine. */
  public abstract Map<String, String> variables();

  /** Returns what it is called in options and reports. */
  public String option() {
    return option;
  }

  /** Returns a regular expression for its version in reports. */
  public String build() {
    return build;
  }
}
