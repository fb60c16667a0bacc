package dev.yiben.cli;

import dev.yiben.inference.gguf.KvCacheType;
import dev.yiben.inference.machine.GraphicsCard;
import dev.yiben.inference.machine.GraphicsCards;
import dev.yiben.inference.machine.Machine;
import dev.yiben.inference.models.Catalogue;
import dev.yiben.inference.models.ModelFit;
import dev.yiben.inference.models.ModelFolder;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
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

  @Mixin private final RuntimeOptions runtime = new RuntimeOptions();
  @Mixin private final ConsoleOptions consoleOptions = new ConsoleOptions();

  ModelsFitCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    consoleOptions.requireValid();
    UsageException.requireAtLeast(1, "--jobs", jobs);
    UsageException.requireAtLeast(0, "--context-length", contextLength);
    Machine machine = Machine.current();
    InProcess engines = new InProcess(new NativeRuntime(environment, runtime));
    List<GraphicsCard> usable = engines.graphicsCards();
    List<GraphicsCard> cards = usable.isEmpty() ? GraphicsCards.find() : usable;
    FitRows judge =
        new FitRows(contextLength, jobs, keys, values, machine, usable, engines::lacksRuntimeFor);
    List<FitRow> rows =
        model.isPresent()
            ? List.of(judge.of(ModelReference.of(environment, model.get())))
            : judge.all(new ModelFolder(Engines.modelFolder(environment)), Catalogue.load());
    if (json) {
      Json.print(environment.out(), json(machine, cards, rows));
    } else {
      print(machine, cards, rows);
      advice(rows, !usable.isEmpty()).forEach(environment.out()::println);
    }
    return ExitCode.DONE.code();
  }

  private void print(Machine machine, List<GraphicsCard> cards, List<FitRow> rows) {
    environment
        .out()
        .println(
            "memory: "
                + Sizes.text(machine.totalMemory())
                + ", free: "
                + Sizes.text(machine.availableMemory()));
    for (GraphicsCard card : cards) {
      environment
          .out()
          .println(
              Texts.printable(card.name())
                  + ": "
                  + Sizes.text(card.totalMemory())
                  + ", free: "
                  + Sizes.text(card.availableMemory()));
    }
    environment.out().println(FitRow.title());
    for (FitRow row : rows) {
      environment.out().println(row.line());
      row.remedy().ifPresent(options -> environment.out().println("  fits: " + options));
      if (row.lacksRuntime()) {
        environment.out().println("  needs: translate runtime install");
      }
    }
  }

  private List<String> advice(List<FitRow> rows, boolean gpu) {
    if (rows.stream().allMatch(row -> row.fit().verdict() == ModelFit.Verdict.DOES_NOT_FIT)) {
      return List.of(
          "Nothing fits as it is. A smaller model or quantisation takes less, and so do --jobs 1,",
          "--context-length 4096 and --cache-type-k q8_0.");
    }
    return model.isPresent()
        ? List.of()
        : best(rows, gpu)
            .map(
                row ->
                    List.of(
                        "",
                        "* is there. A good choice for many languages on this machine:",
                        row.there()
                            ? "  --model " + row.name()
                            : "  translate models pull " + row.name()))
            .orElse(List.of());
  }

  /** The largest model that fits, in the largest quantisation of it that fits. */
  private static Optional<FitRow> best(List<FitRow> rows, boolean gpu) {
    return rows.stream()
        .filter(FitRow::fits)
        .filter(FitRow::isForManyLanguages)
        .filter(row -> !row.lacksRuntime())
        .filter(row -> gpu || row.size() <= LARGEST_WITHOUT_GPU)
        .max(
            Comparator.comparingLong((FitRow row) -> row.entry().orElseThrow().shape().parameters())
                .thenComparingLong(FitRow::size));
  }

  private static Map<String, Object> json(
      Machine machine, List<GraphicsCard> cards, List<FitRow> rows) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("totalMemory", machine.totalMemory());
    json.put("availableMemory", machine.availableMemory());
    json.put("graphicsCards", cards);
    json.put("models", rows.stream().map(FitRow::json).toList());
    return json;
  }
}
