package dev.yiben.cli;

import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that choose the engine and its model. */
final class EngineOptions {
  /** What answers. */
  enum Kind {
    /** A GGUF model, run by llama.cpp in the process. */
    LLAMA,
    /** A GGUF model, run in the process by llama.cpp's own shared libraries. */
    LLAMA_NATIVE,
    /** A GGUF model, run by the user's own llama-server. */
    LLAMA_SERVER,
    /** A server or service. */
    OPENAI,
    /** The source itself. */
    ECHO,
    /** Accented, bracketed, longer text that keeps every inline code. */
    PSEUDO;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** On this machine, where each takes memory for its context. */
  private static final int USUAL_JOBS = 2;

  @Option(
      names = "--model",
      paramLabel = "NAME|FILE",
      description =
          "Model to translate with: a GGUF file, demo for the toy model that comes along, or the id"
              + " of one that the endpoint has.")
  private Optional<String> model = Optional.empty();

  @Option(
      names = "--engine",
      paramLabel = "llama|llama-native|llama-server|openai|echo|pseudo",
      description =
          "What translates: llama.cpp in the process (llama), or a newer one there that 'translate"
              + " runtime' gets (llama-native), your own llama-server that is started for the run,"
              + " a server or service (openai), or for rehearsals without a model echo (the source"
              + " itself) or pseudo (accented, longer text); default: openai with an --endpoint,"
              + " else llama, or llama-native where it is installed and the model or a graphics"
              + " card asks for it.")
  private Optional<Kind> engine = Optional.empty();

  @Option(
      names = "--jobs",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Chapters or scenes that are translated at once; default: 0, which is 2 on this machine"
              + " and what they can take for endpoints.")
  private int jobs;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "0",
      description = "Processor threads for the model; default: 0, what suits it.")
  private int threads;

  @Option(
      names = "--gpu-layers",
      paramLabel = "N",
      description =
          "Layers of the model that run on the GPU; default: what fits its memory for llama-native,"
              + " none for the embedded engine, what it chooses for llama-server.")
  private Optional<Integer> gpuLayers = Optional.empty();

  @Option(
      names = "--context-length",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Tokens that a request and its answer may take together; default: 0, what suits the"
              + " model.")
  private int contextLength;

  @Mixin private final ServerOptions server = new ServerOptions();
  @Mixin private final RuntimeOptions runtime = new RuntimeOptions();
  @Mixin private final LlamaOptions llama = new LlamaOptions();
  @Mixin private final EndpointOptions endpoint = new EndpointOptions();
  @Mixin private final LimitOptions limits = new LimitOptions();

  /** Returns whether a model is named by its file rather than by a name. */
  static boolean isFile(String model) {
    return model.endsWith(".gguf") || model.contains("/") || model.contains("\\");
  }

  /** Throws a usage exception if a number is out of its range. */
  void requireValid() {
    UsageException.requireAtLeast(0, "--jobs", jobs);
    UsageException.requireAtLeast(0, "--threads", threads);
    UsageException.requireAtLeast(0, "--gpu-layers", gpuLayers.orElse(0));
    UsageException.requireAtLeast(0, "--context-length", contextLength);
    llama.requireValid(this);
    endpoint.requireValid();
    limits.requireValid();
    if (engine() == Kind.OPENAI && !hasEndpoints()) {
      throw new UsageException(
          "--engine openai needs an --endpoint (its name, such as ollama, or its URL), or several"
              + " in a file with --endpoints");
    }
    if (endpoint.endpoint().isPresent() && limits.endpoints().isPresent()) {
      throw new UsageException("--endpoint and --endpoints exclude each other; leave one out");
    }
  }

  /** Returns whether the user has named a model, an engine or an endpoint. */
  boolean isChosen() {
    return model.isPresent() || engine.isPresent() || hasEndpoints();
  }

  private boolean hasEndpoints() {
    return endpoint.endpoint().isPresent() || limits.endpoints().isPresent();
  }

  Optional<String> model() {
    return model;
  }

  /** Returns the engine that the user wishes, if one is wished. */
  Optional<Kind> wishedEngine() {
    return engine;
  }

  /** Returns the engine, as far as the options alone say it. */
  Kind engine() {
    return engine.orElse(hasEndpoints() ? Kind.OPENAI : Kind.LLAMA);
  }

  EndpointOptions endpoint() {
    return endpoint;
  }

  /** Returns whether nothing that is wished keeps a model from running on a graphics card. */
  boolean maySpendGpu() {
    return llama.draftModel().isEmpty() && gpuLayers.orElse(1) > 0;
  }

  /** Returns how many streams are translated at once; 0 for as many as the engine can take. */
  int jobs() {
    return jobs == 0
        ? switch (engine()) {
          case OPENAI -> 0;
          case LLAMA, LLAMA_NATIVE, LLAMA_SERVER, ECHO, PSEUDO -> USUAL_JOBS;
        }
        : jobs;
  }

  LimitOptions limits() {
    return limits;
  }

  ServerOptions server() {
    return server;
  }

  RuntimeOptions runtime() {
    return runtime;
  }

  LlamaOptions llama() {
    return llama;
  }

  int threads() {
    return threads;
  }

  Optional<Integer> gpuLayers() {
    return gpuLayers;
  }

  int contextLength() {
    return contextLength;
  }
}
