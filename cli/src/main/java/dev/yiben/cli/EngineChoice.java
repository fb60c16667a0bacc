package dev.yiben.cli;

import dev.yiben.inference.runtime.LlamaRuntime;
import java.util.Optional;

/**
 * The engine that a run takes.
 *
 * @param reason why, where the user did not say it; empty otherwise
 * @param runtime the libraries that were found meanwhile; empty for those that the options name
 */
record EngineChoice(
    EngineOptions.Kind kind, Optional<String> reason, Optional<LlamaRuntime> runtime) {
  static EngineChoice wished(EngineOptions.Kind kind) {
    return new EngineChoice(kind, Optional.empty(), Optional.empty());
  }

  static EngineChoice usual(String reason) {
    return new EngineChoice(EngineOptions.Kind.LLAMA, Optional.of(reason), Optional.empty());
  }

  static EngineChoice byItself(Optional<LlamaRuntime> runtime, String reason) {
    return new EngineChoice(EngineOptions.Kind.LLAMA_NATIVE, Optional.of(reason), runtime);
  }

  /** Returns the name of the engine, with the reason if it has one. */
  @Override
  public String toString() {
    return kind + reason.map(why -> " (" + why + ")").orElse("");
  }
}
