package dev.yiben.cli;

import dev.yiben.inference.gguf.ContextShape;
import dev.yiben.inference.gguf.GgufHeader;
import dev.yiben.inference.gguf.KvCacheType;
import dev.yiben.inference.gguf.ModelShape;
import dev.yiben.inference.llamacpp.EmbeddedLlamaCpp;
import dev.yiben.inference.machine.GraphicsCard;
import dev.yiben.inference.machine.GraphicsCards;
import dev.yiben.inference.machine.Machine;
import dev.yiben.inference.models.Catalogue;
import dev.yiben.inference.models.CatalogueFile;
import dev.yiben.inference.models.CatalogueModel;
import dev.yiben.inference.models.InstalledModel;
import dev.yiben.inference.models.ModelFit;
import dev.yiben.inference.models.ModelFolder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Judges which models fit this machine. */
@Command(
    name = "fit",
    description = {
      "Estimates the memory that models take here, and which fit.",
      "Without a model, those of the folder and of the catalogue are judged."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class ModelsFitCommand implements Callable<Integer> {
  private static final int USUAL_WINDOW = 8192;

  /** Larger ones fit into much memory too, but answer slowly where processors compute them. */
  private static final long LARGEST_WITHOUT_GPU = 10_000_000_000L;

  private final Environment environment;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE|NAME",
      description = "A GGUF file, or the name of a model.")
  private Optional<String> model = Optional.empty();

  @Option(
      names = "--context-length",
      paramLabel = "N",
      defaultValue = "0",
      description = "Tokens of the context of each slot; default: 0, 8192 or what the model has.")
  private int contextLength;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      defaultValue = "2",
      description = "Slots, which each have a context; default: 2.")
  private int jobs;

  @Option(
      names = "--cache-type-k",
      paramLabel = "f16|q8_0|q4_0|…",
      defaultValue = "f16",
      description = "How keys of the KV cache are stored; default: f16.")
  private KvCacheType keys;

  @Option(
      names = "--cache-type-v",
      paramLabel = "f16|q8_0|q4_0|…",
      defaultValue = "f16",
      description = "How its values are stored; default: f16.")
  private KvCacheType values;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Mixin private final ConsoleOptions consoleOptions = new ConsoleOptions();

  ModelsFitCommand(Environment environment) {
    this.environment = environment;
  }

  /** A model and how it fits. */
  private record Row(
      String name, boolean there, long size, Optional<CatalogueModel> entry, ModelFit fit) {}

  @Override
  public Integer call() {
    consoleOptions.requireValid();
    UsageException.requireAtLeast(1, "--jobs", jobs);
    UsageException.requireAtLeast(0, "--context-length", contextLength);
    Machine machine = Machine.current();
    List<GraphicsCard> cards = GraphicsCards.find();
    List<Row> rows = rows(machine, usable(cards));
    if (json) {
      Json.print(environment.out(), json(machine, cards, rows));
      return ExitCode.DONE.code();
    }
    environment.out().println(describe(machine, cards));
    environment
        .out()
        .println(
            String.format(
                Locale.ROOT,
                "%-26s %8s %8s %8s %8s  %s",
                "model",
                "weights",
                "cache",
                "compute",
                "in all",
                "verdict"));
    rows.forEach(row -> environment.out().println(line(row)));
    advice(rows, usable(cards)).forEach(environment.out()::println);
    return ExitCode.DONE.code();
  }

  /** The embedded library computes on processors; a library of the user's own may do more. */
  private static List<GraphicsCard> usable(List<GraphicsCard> cards) {
    return EmbeddedLlamaCpp.ownLibrary().isPresent() ? cards : List.of();
  }

  private List<Row> rows(Machine machine, List<GraphicsCard> cards) {
    if (model.isPresent()) {
      return List.of(row(ModelReference.of(environment, model.get()), machine, cards));
    }
    Catalogue catalogue = Catalogue.load();
    List<InstalledModel> installed = new ModelFolder(Engines.modelFolder(environment)).models();
    List<Row> rows = new ArrayList<>();
    for (InstalledModel there : installed) {
      rows.add(row(ModelReference.of(there, catalogue), machine, cards));
    }
    List<String> names = rows.stream().map(Row::name).toList();
    for (CatalogueModel entry : catalogue.models()) {
      for (CatalogueFile file : entry.files()) {
        Row row =
            row(
                new ModelReference(
                    Optional.empty(), 0, Optional.of(new Catalogue.Entry(entry, file))),
                machine,
                cards);
        if (!names.contains(row.name())) {
          rows.add(row);
        }
      }
    }
    return rows;
  }

  private Row row(ModelReference reference, Machine machine, List<GraphicsCard> cards) {
    Optional<Catalogue.Entry> entry = reference.entry();
    ModelShape shape =
        reference
            .file()
            .map(file -> ModelShape.of(GgufHeader.read(file)))
            .orElseGet(() -> entry.orElseThrow().model().shape());
    long size = reference.file().isPresent() ? reference.size() : entry.orElseThrow().file().size();
    String name =
        entry
            .map(e -> e.model().name() + ":" + e.file().quantisation())
            .orElseGet(() -> String.valueOf(reference.file().orElseThrow().getFileName()));
    return new Row(
        name,
        reference.file().isPresent(),
        size,
        entry.map(Catalogue.Entry::model),
        ModelFit.of(shape, size, context(shape), machine, cards));
  }

  private ContextShape context(ModelShape shape) {
    long trained = shape.context() > 0 ? shape.context() : USUAL_WINDOW;
    long window = contextLength > 0 ? contextLength : Math.min(USUAL_WINDOW, trained);
    return new ContextShape(
        Math.multiplyExact(window, (long) jobs),
        jobs,
        keys,
        values,
        ContextShape.USUAL_MICRO_BATCH,
        values.quantised());
  }

  private static String describe(Machine machine, List<GraphicsCard> cards) {
    StringBuilder text = new StringBuilder();
    text.append("memory: ")
        .append(Sizes.text(machine.totalMemory()))
        .append(", free: ")
        .append(Sizes.text(machine.availableMemory()));
    for (GraphicsCard card : cards) {
      text.append("; ")
          .append(Texts.printable(card.name()))
          .append(": ")
          .append(Sizes.text(card.totalMemory()))
          .append(", free: ")
          .append(Sizes.text(card.availableMemory()));
    }
    return text.toString();
  }

  private static String line(Row row) {
    String layers = row.fit().gpuLayers() > 0 ? ", --gpu-layers " + row.fit().gpuLayers() : "";
    return String.format(
        Locale.ROOT,
        "%-26s %8s %8s %8s %8s  %s%s",
        Texts.shortened((row.there() ? "* " : "  ") + row.name(), 26),
        Sizes.text(row.fit().estimate().weights()),
        Sizes.text(row.fit().estimate().cache()),
        Sizes.text(row.fit().estimate().compute()),
        Sizes.text(row.fit().estimate().total()),
        verdict(row.fit().verdict()),
        layers);
  }

  private static String verdict(ModelFit.Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private List<String> advice(List<Row> rows, List<GraphicsCard> usable) {
    if (rows.stream().noneMatch(row -> row.fit().verdict() != ModelFit.Verdict.DOES_NOT_FIT)) {
      return List.of(
          "Nothing fits: a smaller quantisation, --context-length 4096, --jobs 1 or --cache-type-k"
              + " q8_0 take less.");
    }
    if (model.isPresent()) {
      return List.of();
    }
    return best(rows, usable)
        .map(
            row ->
                List.of(
                    "",
                    "A good choice for many languages here: "
                        + row.name()
                        + (row.there()
                            ? " (*: it is there)"
                            : " (translate models pull " + row.name() + ")")))
        .orElse(List.of());
  }

  /** The largest model for all purposes that fits, in the largest quantisation of it that fits. */
  private static Optional<Row> best(List<Row> rows, List<GraphicsCard> usable) {
    return rows.stream()
        .filter(row -> row.fit().verdict() == ModelFit.Verdict.FITS)
        .filter(row -> row.entry().filter(ModelsFitCommand::isForAllPurposes).isPresent())
        .filter(row -> !usable.isEmpty() || row.size() <= LARGEST_WITHOUT_GPU)
        .max(
            Comparator.comparingLong((Row row) -> row.entry().orElseThrow().shape().parameters())
                .thenComparingLong(Row::size));
  }

  private static boolean isForAllPurposes(CatalogueModel model) {
    return model.profile().equals("default")
        && model.languages().stream().noneMatch(language -> language.contains(">"));
  }

  private static Map<String, Object> json(
      Machine machine, List<GraphicsCard> cards, List<Row> rows) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("totalMemory", machine.totalMemory());
    json.put("availableMemory", machine.availableMemory());
    json.put("graphicsCards", cards);
    json.put("models", rows.stream().map(ModelsFitCommand::json).toList());
    return json;
  }

  private static Map<String, Object> json(Row row) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", row.name());
    json.put("installed", row.there());
    json.put("weights", row.fit().estimate().weights());
    json.put("cache", row.fit().estimate().cache());
    json.put("compute", row.fit().estimate().compute());
    json.put("total", row.fit().estimate().total());
    json.put("gpuLayers", row.fit().gpuLayers());
    json.put("verdict", verdict(row.fit().verdict()));
    return json;
  }
}
