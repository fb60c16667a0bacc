package dev.yiben.cli;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.runtime.LlamaRuntime;
import dev.yiben.inference.runtime.Platform;
import dev.yiben.inference.runtime.Runtimes;
import java.util.Optional;

/** Finds the libraries of llama.cpp that {@code --engine llama-native} takes. */
final class NativeRuntime {
  private final Environment environment;

  NativeRuntime(Environment environment) {
    this.environment = environment;
  }

  /**
   * Returns what the user names, or else what is installed.
   *
   * @throws InferenceException if what is named is not there
   */
  Optional<LlamaRuntime> find() {
    Platform platform = Platform.current();
    Runtimes runtimes =
        new Runtimes(
            environment.resolve(
                Runtimes.defaultFolder(environment.variables(), environment.userHome(), platform)),
            platform);
    Optional<String> named = environment.variable(Runtimes.VARIABLE);
    return named.isPresent() ? named.map(runtimes::named) : runtimes.preferred();
  }

  /**
   * Returns it.
   *
   * @throws InferenceException if there is none
   */
  LlamaRuntime required() {
    return find()
        .orElseThrow(
            () ->
                new InferenceException(
                    InferenceException.Category.USER,
                    "--engine llama-native needs the libraries of llama.cpp; 'translate runtime"
                        + " install' gets them"));
  }
}
