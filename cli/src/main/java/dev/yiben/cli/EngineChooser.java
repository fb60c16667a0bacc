package dev.yiben.cli;

import dev.yiben.cli.EngineOptions.Kind;
import dev.yiben.inference.InferenceException;
import dev.yiben.inference.gguf.GgufHeader;
import dev.yiben.inference.llamacpp.EmbeddedLlamaCpp;
import dev.yiben.inference.llamanative.RuntimeProbe;
import dev.yiben.inference.machine.GraphicsCard;
import dev.yiben.inference.runtime.LlamaRuntime;
import java.util.List;
import java.util.Optional;

/**
 * Chooses the engine where the user does not: the libraries of llama.cpp that are installed, for
 * models that the embedded one does not know and where they have a graphics card to compute on.
 */
final class EngineChooser {
  private final Environment environment;
  private final EngineOptions options;

  EngineChooser(Environment environment, EngineOptions options) {
    this.environment = environment;
    this.options = options;
  }

  /** Makes the choice; what keeps the chosen engine from working is told when it is opened. */
  EngineChoice choose() {
    Optional<Kind> wished = options.wishedEngine();
    if (wished.isPresent()) {
      return EngineChoice.wished(wished.get());
    }
    if (options.engine() != Kind.LLAMA) {
      return EngineChoice.wished(options.engine());
    }
    if (EmbeddedLlamaCpp.ownLibrary().isPresent()) {
      return EngineChoice.usual("with your own native library");
    }
    Optional<String> architecture = architecture();
    if (architecture.isEmpty()) {
      return EngineChoice.wished(Kind.LLAMA);
    }
    NativeRuntime place = new NativeRuntime(environment, options.runtime());
    if (!EmbeddedLlamaCpp.knows(architecture.get())) {
      return forUnknown(architecture.get(), place);
    }
    try {
      return place.find().map(this::byGraphicsCard).orElse(EngineChoice.wished(Kind.LLAMA));
    } catch (InferenceException e) {
      return EngineChoice.usual("a newer llama.cpp cannot be used: " + e.getMessage());
    }
  }

  /** Without a runtime the embedded engine says what to do; a wrong one is told when it opens. */
  private static EngineChoice forUnknown(String architecture, NativeRuntime place) {
    String reason = "the embedded llama.cpp does not know the architecture '" + architecture + "'";
    try {
      return place
          .find()
          .map(runtime -> EngineChoice.byItself(Optional.of(runtime), reason))
          .orElse(EngineChoice.wished(Kind.LLAMA));
    } catch (InferenceException e) {
      return EngineChoice.byItself(Optional.empty(), reason);
    }
  }

  private EngineChoice byGraphicsCard(LlamaRuntime runtime) {
    if (!options.maySpendGpu() || !runtime.hasGpu()) {
      return EngineChoice.wished(Kind.LLAMA);
    }
    List<GraphicsCard> cards = RuntimeProbe.of(runtime.libraries()).graphicsCards();
    return cards.isEmpty()
        ? EngineChoice.usual("the newer llama.cpp finds no graphics card")
        : EngineChoice.byItself(Optional.of(runtime), "it computes on " + cards.get(0).name());
  }

  /** Returns the architecture of the model that is meant; empty where none can be told. */
  private Optional<String> architecture() {
    try {
      return Optional.of(
          GgufHeader.read(Engines.model(environment, options.model())).architecture());
    } catch (InferenceException e) {
      return Optional.empty();
    }
  }
}
