package dev.yiben.cli;

import dev.yiben.inference.InferenceEngine;
import dev.yiben.inference.llamacpp.LlamaCppEngine;
import dev.yiben.inference.llamanative.LlamaNativeEngine;
import dev.yiben.inference.load.LlamaCppSettings;
import dev.yiben.inference.models.ModelLocator;
import dev.yiben.inference.runtime.LlamaRuntime;
import dev.yiben.pipeline.rehearsal.RehearsalEngine;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;

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
   * @param logFolder folder of the job, for logs and what is computed; empty where nothing is to be
   *     kept
   * @throws dev.yiben.inference.InferenceException if it cannot be had
   */
  InferenceEngine open(EngineChoice choice, EngineOptions options, Optional<Path> logFolder)
      throws InterruptedException {
    if (options.llama().savesContext() && choice.kind() != EngineOptions.Kind.LLAMA_NATIVE) {
      console.warning("--save-context works with --engine llama-native only; nothing is saved");
    }
    InferenceEngine engine =
        switch (choice.kind()) {
          case ECHO -> RehearsalEngine.echo();
          case PSEUDO -> RehearsalEngine.pseudo();
          case LLAMA -> llama(options);
          case LLAMA_NATIVE -> llamaNative(choice, options, logFolder);
          case LLAMA_SERVER ->
              new ManagedServer(environment, console)
                  .open(options.server(), load(options), logFolder);
          case OPENAI -> new EndpointPool(environment, console).open(options);
        };
    console.detail(
        "engine: "
            + choice
            + ", model: "
            + engine.capabilities().model()
            + ", context window: "
            + engine.capabilities().contextWindow()
            + " tokens");
    engine
        .choices()
        .forEach(
            chosen ->
                console.detail(
                    chosen.name() + ": " + chosen.value() + " (" + chosen.reason() + ")"));
    return engine;
  }

  /** Returns what to try if the process of an engine dies; empty for nothing. */
  static String remedies(EngineChoice choice) {
    return switch (choice.kind()) {
      case LLAMA, LLAMA_NATIVE ->
          "take a smaller --context-length, --jobs 1, fewer --gpu-layers or a smaller quantisation";
      case LLAMA_SERVER, OPENAI, ECHO, PSEUDO -> "";
    };
  }

  private InferenceEngine llama(EngineOptions options) {
    warnOfDemo(options);
    return LlamaCppEngine.open(load(options));
  }

  private InferenceEngine llamaNative(
      EngineChoice choice, EngineOptions options, Optional<Path> jobFolder) {
    warnOfDemo(options);
    LlamaRuntime runtime =
        choice
            .runtime()
            .orElseGet(() -> new NativeRuntime(environment, options.runtime()).required());
    console.detail("runtime: " + runtime.folder());
    return LlamaNativeEngine.open(
        runtime.libraries(),
        load(options),
        options.llama().savesContext() ? jobFolder.map(ContextFolder::in) : Optional.empty());
  }

  private void warnOfDemo(EngineOptions options) {
    if (options.model().filter(ModelLocator.DEMO::equals).isPresent()) {
      console.info(
          "The demo model is a toy for trying Yiben and testing it: it knows a few hundred words of"
              + " English and translates into Chinese only. It is no translator for real books.");
    }
  }

  private LlamaCppSettings load(EngineOptions options) {
    Optional<Path> draft =
        options.llama().draftModel().map(name -> model(environment, Optional.of(name)));
    return options
        .llama()
        .settings(model(environment, options.model()), draft, options, environment::resolve);
  }

  /**
   * Returns the file of a model.
   *
   * @param name its file or name; empty for the only one that there is
   * @throws dev.yiben.inference.InferenceException if there is none
   */
  static Path model(Environment environment, Optional<String> name) {
    return new ModelLocator(modelFolder(environment), environment.home())
        .locate(
            name.map(
                model ->
                    EngineOptions.isFile(model)
                        ? environment.resolve(Path.of(model)).toString()
                        : model));
  }

  /** Returns the user's folder of models, which need not exist. */
  static Path modelFolder(Environment environment) {
    boolean windows = File.separatorChar == '\\';
    return environment.resolve(
        ModelLocator.defaultFolder(environment.variables(), environment.userHome(), windows));
  }
}
