package dev.yiben.cli;

import dev.yiben.inference.gguf.GgufHeader;
import dev.yiben.inference.gguf.ModelShape;
import dev.yiben.inference.llamacpp.EmbeddedLlamaCpp;
import dev.yiben.inference.models.Catalogue;
import dev.yiben.inference.models.CatalogueFile;
import dev.yiben.inference.models.CatalogueModel;
import java.nio.file.Path;
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

/** Tells what a model's header says. */
@Command(
    name = "info",
    description = "Tells of a model: what its file's header and the catalogue say.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class ModelsInfoCommand implements Callable<Integer> {
  private static final int TEMPLATE_LINES = 5;
  private static final int LONGEST_VALUE = 2000;

  private final Environment environment;

  @Parameters(paramLabel = "FILE|NAME", description = "A GGUF file, or the name of a model.")
  private String model;

  @Option(names = "--template", description = "Print the whole chat template and nothing else.")
  private boolean template;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Mixin private final RuntimeOptions runtime = new RuntimeOptions();
  @Mixin private final ConsoleOptions consoleOptions = new ConsoleOptions();

  ModelsInfoCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    consoleOptions.requireValid();
    ModelReference reference = ModelReference.of(environment, model);
    if (template) {
      printTemplate(reference);
      return ExitCode.DONE.code();
    }
    Map<String, Object> facts = new LinkedHashMap<>();
    reference.entry().ifPresent(entry -> addCatalogue(facts, entry));
    reference.file().ifPresent(file -> addFile(facts, file, reference.size()));
    if (json) {
      Json.print(environment.out(), facts);
    } else {
      facts.forEach(this::print);
    }
    return ExitCode.DONE.code();
  }

  private void printTemplate(ModelReference reference) {
    if (reference.file().isEmpty()) {
      throw new UsageException(
          model + " is not here yet, so its template is not known; pull it first");
    }
    GgufHeader header = GgufHeader.read(reference.file().get());
    environment.out().println(Texts.printableLines(chatTemplate(header).orElse("")));
  }

  private static void addCatalogue(Map<String, Object> facts, Catalogue.Entry entry) {
    CatalogueModel model = entry.model();
    CatalogueFile file = entry.file();
    facts.put("name", model.name() + ":" + file.quantisation());
    facts.put("title", model.title());
    facts.put("good for", model.about());
    facts.put("languages", String.join(", ", model.languages()));
    facts.put("licence", model.licence());
    facts.put("prompt profile", model.profile());
    facts.put("from", "https://huggingface.co/" + file.repository() + " " + file.file());
    facts.put("download", ModelList.size(file));
    facts.put("parameters", model.parameters());
    facts.put("architecture", model.architecture());
    addShape(facts, model.shape());
  }

  private void addFile(Map<String, Object> facts, Path file, long size) {
    GgufHeader header = GgufHeader.read(file);
    facts.put("file", file.toString());
    facts.put("size", Sizes.text(size));
    if (header.splitCount() > 1) {
      facts.put("files", header.splitCount());
    }
    facts.put("model", header.displayName());
    facts.put("architecture", header.architecture());
    facts.put("quantisation", header.quantisation());
    facts.put(
        "parameters",
        header
            .string("general.size_label")
            .map(Texts::printable)
            .orElseGet(() -> parameters(ModelShape.of(header).parameters())));
    addShape(facts, ModelShape.of(header));
    facts.put(
        "tokenizer",
        Texts.printable(header.string("tokenizer.ggml.model").orElse("unknown"))
            + header
                .string("tokenizer.ggml.pre")
                .map(pre -> " (" + Texts.printable(pre) + ")")
                .orElse(""));
    header
        .string("general.license")
        .ifPresent(licence -> facts.put("licence", Texts.printable(licence)));
    if (!header.promptProfile().isEmpty()) {
      facts.put("prompt profile", Texts.printable(header.promptProfile()));
    }
    addEngines(facts, file, header);
    chatTemplate(header).ifPresent(text -> facts.put("chat template", text));
  }

  private void addEngines(Map<String, Object> facts, Path file, GgufHeader header) {
    Optional<String> problem = EmbeddedLlamaCpp.problem(file);
    Optional<InProcess.Trial> ofRuntime =
        new InProcess(new NativeRuntime(environment, runtime)).ofRuntime(file);
    boolean runtimeLoads = ofRuntime.filter(trial -> trial.problem().isEmpty()).isPresent();
    facts.put(
        "embedded engine",
        problem.isEmpty()
            ? "loads it (" + EmbeddedLlamaCpp.version() + ")"
            : runtimeLoads && !EmbeddedLlamaCpp.knows(header.architecture())
                ? "does not know the architecture '" + header.architecture() + "'"
                : problem.get());
    ofRuntime.ifPresent(trial -> facts.put("runtime", trial.problem().orElse("loads it")));
  }

  private static String parameters(long count) {
    return count >= 1_000_000_000
        ? String.format(Locale.ROOT, "about %.1fB", count / 1e9)
        : String.format(Locale.ROOT, "about %.0fM", count / 1e6);
  }

  private static void addShape(Map<String, Object> facts, ModelShape shape) {
    facts.put("context", shape.context() + " tokens");
    facts.put("layers", shape.layers());
    facts.put(
        "heads",
        shape.heads() + ", with keys and values: " + shape.keyHeads() + " of " + shape.keySize());
    facts.put("vocabulary", shape.vocabulary() + " tokens");
  }

  private static Optional<String> chatTemplate(GgufHeader header) {
    return header.string("tokenizer.chat_template");
  }

  private void print(String name, Object value) {
    if (name.equals("chat template")) {
      List<String> lines = Texts.printableLines(value.toString()).lines().toList();
      environment.out().println("chat template:");
      lines.stream()
          .limit(TEMPLATE_LINES)
          .forEach(line -> environment.out().println("  " + Texts.shortened(line, 76)));
      if (lines.size() > TEMPLATE_LINES) {
        environment
            .out()
            .println(
                "  … "
                    + (lines.size() - TEMPLATE_LINES)
                    + " more lines; --template prints them all");
      }
      return;
    }
    environment
        .out()
        .println(
            String.format(
                Locale.ROOT,
                "%-16s %s",
                name + ":",
                Texts.shortened(Texts.printable(value.toString()), LONGEST_VALUE)));
  }
}
