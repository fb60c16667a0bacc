package dev.yiben.cli;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.gguf.ContextShape;
import dev.yiben.inference.gguf.GgufHeader;
import dev.yiben.inference.gguf.ModelShape;
import dev.yiben.inference.llamacpp.EmbeddedLlamaCpp;
import dev.yiben.inference.machine.GraphicsCard;
import dev.yiben.inference.machine.GraphicsCards;
import dev.yiben.inference.machine.Machine;
import dev.yiben.inference.models.ModelFit;
import dev.yiben.inference.models.ModelFolder;
import dev.yiben.inference.openai.EndpointModels;
import dev.yiben.inference.openai.OpenAiSettings;
import dev.yiben.inference.openai.Timeouts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Looks at what engines need: Java, the library, memory, a model, an endpoint. */
final class EngineDiagnoses {
  private static final int OLDEST_JAVA = 17;
  private static final int WINDOW = 4096;
  private static final Duration ENDPOINT_SILENCE = Duration.ofSeconds(10);
  private static final long LITTLE_MEMORY = 4_000_000_000L;

  private final Environment environment;
  private final EngineOptions options;

  EngineDiagnoses(Environment environment, EngineOptions options) {
    this.environment = environment;
    this.options = options;
  }

  List<Diagnosis> all() {
    Machine machine = Machine.current();
    List<GraphicsCard> cards = GraphicsCards.find();
    RuntimeDiagnosis runtime =
        RuntimeDiagnosis.of(
            new NativeRuntime(environment, options.runtime()),
            options.engine() == EngineOptions.Kind.LLAMA_NATIVE);
    List<Diagnosis> all = new ArrayList<>();
    all.add(java());
    all.add(library());
    all.add(runtime.diagnosis());
    all.add(graphics(cards, runtime));
    all.add(memory(machine));
    all.add(
        switch (options.engine()) {
          case LLAMA, LLAMA_NATIVE -> model(machine, runtime);
          case LLAMA_SERVER, OPENAI, ECHO, PSEUDO -> noModel();
        });
    all.add(endpoint());
    return all;
  }

  private static Diagnosis java() {
    int version = Runtime.version().feature();
    String text =
        System.getProperty("java.version")
            + " on "
            + System.getProperty("os.name")
            + " "
            + System.getProperty("os.arch");
    return version >= OLDEST_JAVA
        ? Diagnosis.ok("Java", text)
        : Diagnosis.problem("Java", text, "install Java " + OLDEST_JAVA + " or newer");
  }

  private static Diagnosis library() {
    Optional<String> problem = EmbeddedLlamaCpp.libraryProblem();
    String which =
        EmbeddedLlamaCpp.ownLibrary()
            .map(folder -> "your own in " + folder)
            .orElse(EmbeddedLlamaCpp.version());
    return problem
        .map(text -> Diagnosis.engineProblem("native library", text))
        .orElseGet(() -> Diagnosis.ok("native library", which + ", loads"));
  }

  private static Diagnosis graphics(List<GraphicsCard> cards, RuntimeDiagnosis runtime) {
    List<GraphicsCard> usable = runtime.graphicsCards();
    if (!usable.isEmpty()) {
      return Diagnosis.ok("GPU", list(usable) + "; llama.cpp's own libraries use it");
    }
    boolean apple =
        System.getProperty("os.name").startsWith("Mac")
            && System.getProperty("os.arch").equals("aarch64");
    if (apple) {
      return Diagnosis.ok("GPU", "Apple's, which shares the machine's memory");
    }
    if (cards.isEmpty()) {
      return Diagnosis.ok("GPU", "none found; models run on the processors");
    }
    String found = list(cards);
    return EmbeddedLlamaCpp.ownLibrary().isPresent()
        ? Diagnosis.ok("GPU", found + "; --gpu-layers says how much of a model it takes")
        : Diagnosis.warning(
            "GPU",
            found + "; no llama.cpp that is installed uses it",
            "translate runtime install ('translate runtime' shows those that use a GPU), or use a"
                + " server that runs on it (docs/endpoints.md)");
  }

  private static String list(List<GraphicsCard> cards) {
    return cards.stream()
        .map(
            card ->
                Texts.printable(card.name())
                    + " with "
                    + Sizes.text(card.totalMemory())
                    + ", free: "
                    + Sizes.text(card.availableMemory()))
        .collect(Collectors.joining("; "));
  }

  private static Diagnosis memory(Machine machine) {
    String text =
        Sizes.text(machine.totalMemory())
            + ", free: "
            + Sizes.text(machine.availableMemory())
            + "; "
            + machine.processors()
            + " processors";
    return machine.availableMemory() >= LITTLE_MEMORY
        ? Diagnosis.ok("memory", text)
        : Diagnosis.warning(
            "memory", text, "end other programs, or take a small model ('translate models fit')");
  }

  private Diagnosis model(Machine machine, RuntimeDiagnosis runtime) {
    Path folder = Engines.modelFolder(environment);
    Optional<String> chosen = options.model();
    if (chosen.isEmpty() && new ModelFolder(folder).models().isEmpty()) {
      return Diagnosis.warning(
          "model",
          "none in " + folder,
          "translate models pull qwen2.5-7b ('translate models fit' shows what suits)");
    }
    Path file;
    try {
      file = Engines.model(environment, chosen);
    } catch (InferenceException e) {
      return chosen.isPresent()
          ? Diagnosis.engineProblem("model", String.valueOf(e.getMessage()))
          : Diagnosis.ok("model", String.valueOf(e.getMessage()));
    }
    EngineOptions.Kind engine = new EngineChooser(environment, options).choose().kind();
    boolean embedded = engine == EngineOptions.Kind.LLAMA;
    Optional<String> problem =
        embedded ? EmbeddedLlamaCpp.problem(file) : runtime.problemWith(file);
    if (problem.isPresent()) {
      return Diagnosis.engineProblem("model", problem.get());
    }
    return judged(
        ModelReference.of(environment, file.toAbsolutePath().toString()),
        engine,
        machine,
        embedded ? List.of() : runtime.graphicsCards());
  }

  private Diagnosis noModel() {
    return Diagnosis.ok("model", "none is needed here for --engine " + options.engine());
  }

  private Diagnosis endpoint() {
    Optional<String> endpoint = options.endpoint().endpoint();
    if (endpoint.isEmpty()) {
      return Diagnosis.ok("endpoint", "none is set");
    }
    try {
      OpenAiSettings settings =
          new Endpoints(environment)
              .settings(endpoint.get(), options.endpoint())
              .withTimeouts(new Timeouts(ENDPOINT_SILENCE));
      List<String> models =
          EndpointModels.list(settings).stream().map(EndpointModels.Model::id).toList();
      String text = settings.address() + " answers; models: " + models.size();
      return options.model().isEmpty() || models.contains(options.model().get())
          ? Diagnosis.ok("endpoint", text)
          : Diagnosis.warning(
              "endpoint",
              text + ", none of them is called " + options.model().get(),
              "'translate models --endpoint " + endpoint.get() + "' lists them");
    } catch (InferenceException | UsageException e) {
      return Diagnosis.engineProblem("endpoint", String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Diagnosis.engineProblem("endpoint", "interrupted");
    }
  }

  private static Diagnosis judged(
      ModelReference model, EngineOptions.Kind engine, Machine machine, List<GraphicsCard> cards) {
    GgufHeader header = GgufHeader.read(model.file().orElseThrow());
    ModelFit fit =
        ModelFit.of(
            ModelShape.of(header), model.size(), ContextShape.of(1, WINDOW), machine, cards);
    String text =
        header.displayName()
            + ", takes about "
            + Sizes.text(fit.estimate().total())
            + " for --engine "
            + engine
            + ": "
            + fit.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return switch (fit.verdict()) {
      case FITS -> Diagnosis.ok("model", text);
      case FITS_TIGHTLY ->
          Diagnosis.warning("model", text, "end other programs before you translate");
      case DOES_NOT_FIT ->
          new Diagnosis(
              "model",
              Diagnosis.Verdict.ENGINE_PROBLEM,
              text,
              Optional.of("take a smaller one: 'translate models fit' shows which"));
    };
  }
}
