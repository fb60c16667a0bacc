package dev.yiben.cli;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.llamacpp.EmbeddedLlamaCpp;
import dev.yiben.inference.llamanative.RuntimeProbe;
import dev.yiben.inference.machine.GraphicsCard;
import dev.yiben.inference.machine.GraphicsCards;
import dev.yiben.inference.runtime.LlamaRuntime;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Tells what the engines in the process can do: the embedded llama.cpp, and one of a runtime. */
final class InProcess {
  /**
   * What came of trying to load a model.
   *
   * @param problem why it cannot be loaded; empty if it can
   */
  record Trial(Optional<String> problem) {}

  private final NativeRuntime runtime;

  InProcess(NativeRuntime runtime) {
    this.runtime = runtime;
  }

  /** Returns why no engine can load a model and what to do; empty if one can. */
  Optional<String> problem(Path model) {
    Optional<String> ofEmbedded = EmbeddedLlamaCpp.problem(model);
    return ofEmbedded.isEmpty()
        ? ofEmbedded
        : ofRuntime(model).map(Trial::problem).orElse(ofEmbedded);
  }

  /** Tries whether the runtime can load a model; empty if there is no runtime. */
  Optional<Trial> ofRuntime(Path model) {
    try {
      return runtime
          .find()
          .map(found -> new Trial(RuntimeProbe.of(found.libraries()).problem(model)));
    } catch (InferenceException e) {
      return Optional.of(new Trial(Optional.of(String.valueOf(e.getMessage()))));
    }
  }

  /** Returns whether models of an architecture need a runtime that is not there. */
  boolean lacksRuntimeFor(String architecture) {
    return !EmbeddedLlamaCpp.knows(architecture) && found().isEmpty();
  }

  /** Returns the graphics cards that a model can run on. */
  List<GraphicsCard> graphicsCards() {
    if (EmbeddedLlamaCpp.ownLibrary().isPresent()) {
      return GraphicsCards.find();
    }
    try {
      return found().stream()
          .filter(LlamaRuntime::hasGpu)
          .flatMap(there -> RuntimeProbe.of(there.libraries()).graphicsCards().stream())
          .toList();
    } catch (InferenceException e) {
      return List.of();
    }
  }

  private Optional<LlamaRuntime> found() {
    try {
      return runtime.find();
    } catch (InferenceException e) {
      return Optional.empty();
    }
  }
}
