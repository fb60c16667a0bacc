package dev.yiben.cli;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.llamanative.RuntimeProbe;
import dev.yiben.inference.machine.GraphicsCard;
import dev.yiben.inference.runtime.LlamaRuntime;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is found about the libraries of llama.cpp for {@code --engine llama-native}.
 *
 * @param probe the libraries, if they are there and can be used
 */
record RuntimeDiagnosis(Diagnosis diagnosis, Optional<RuntimeProbe> probe) {
  private static final String SUBJECT = "runtime";
  private static final String INSTALL = "translate runtime install";

  /**
   * Looks for the libraries, and loads them where they are.
   *
   * @param needed whether nothing can be translated without them
   */
  static RuntimeDiagnosis of(NativeRuntime place, boolean needed) {
    try {
      Optional<LlamaRuntime> runtime = place.find();
      if (runtime.isEmpty()) {
        String none = "no newer llama.cpp is there";
        return without(
            needed
                ? new Diagnosis(
                    SUBJECT, Diagnosis.Verdict.ENGINE_PROBLEM, none, Optional.of(INSTALL))
                : Diagnosis.ok(
                    SUBJECT, none + "; '" + INSTALL + "' gets one for new models and GPUs"));
      }
      RuntimeProbe probe = RuntimeProbe.of(runtime.get().libraries());
      return new RuntimeDiagnosis(
          Diagnosis.ok(SUBJECT, description(runtime.get(), probe)), Optional.of(probe));
    } catch (InferenceException e) {
      String problem = String.valueOf(e.getMessage());
      return without(
          needed
              ? Diagnosis.engineProblem(SUBJECT, problem)
              : Diagnosis.warning(SUBJECT, problem, INSTALL));
    }
  }

  private static RuntimeDiagnosis without(Diagnosis diagnosis) {
    return new RuntimeDiagnosis(diagnosis, Optional.empty());
  }

  private static String description(LlamaRuntime runtime, RuntimeProbe probe) {
    return "llama.cpp "
        + probe.version()
        + " in "
        + runtime.folder()
        + ", loads; computes on "
        + probe.devices().stream()
            .map(device -> device.description().strip())
            .collect(Collectors.joining(", "));
  }

  /** Returns the graphics cards that the libraries can use. */
  List<GraphicsCard> graphicsCards() {
    return probe.map(RuntimeProbe::graphicsCards).orElse(List.of());
  }

  /** Returns why they cannot load a model; empty if they can. */
  Optional<String> problemWith(Path model) {
    return probe.isPresent()
        ? probe.get().problem(model)
        : Optional.of(diagnosis.text() + diagnosis.fix().map(fix -> "; " + fix).orElse(""));
  }
}
