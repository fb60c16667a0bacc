package dev.yiben.cli;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.runtime.LlamaRuntime;
import dev.yiben.inference.runtime.Platform;
import dev.yiben.inference.runtime.Runtimes;
import java.util.Optional;

/** Finds the libraries of llama.cpp that {@code --engine llama-native} takes. */
final class NativeRuntime {
  private final Environment environment;
  private final RuntimeOptions options;

  NativeRuntime(Environment environment, RuntimeOptions options) {
    this.environment = environment;
    this.options = options;
  }

  /** Returns those of this machine. */
  static Runtimes runtimes(Environment environment) {
    return Runtimes.of(
        environment.resolve(
            Runtimes.defaultFolder(
                environment.variables(), environment.userHome(), Platform.current())),
        environment.variables());
  }

  /**
   * Returns what the user names, or else what is installed or was found.
   *
   * @throws InferenceException if what is named is not there
   */
  Optional<LlamaRuntime> find() {
    Runtimes runtimes = runtimes(environment);
    Optional<String> named = options.named(environment);
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
                    "There are no libraries of llama.cpp on this machine; 'translate runtime"
                        + " install' gets them"));
  }
}
