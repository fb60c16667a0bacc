package dev.yiben.cli;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.gguf.GgufHeader;
import dev.yiben.inference.models.Catalogue;
import dev.yiben.inference.models.CatalogueFile;
import dev.yiben.inference.models.CatalogueModel;
import dev.yiben.inference.models.InstalledModel;
import dev.yiben.inference.models.ModelFolder;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Shows the models that there are, and those of the catalogue. */
final class ModelList {
  private static final int MOST_NAMED_LANGUAGES = 3;

  private final Environment environment;
  private final Console console;
  private final Catalogue catalogue = Catalogue.load();

  ModelList(Environment environment, ConsoleOptions options) {
    options.requireValid();
    this.environment = environment;
    this.console = options.console(environment);
  }

  ExitCode show(ModelListOptions options) {
    options.endpoint().requireValid();
    if (options.endpoint().endpoint().isPresent()) {
      return new EndpointModelList(environment, console).show(options);
    }
    InProcess engines = new InProcess(new NativeRuntime(environment, options.runtime()));
    ModelFolder folder = new ModelFolder(Engines.modelFolder(environment));
    List<InstalledModel> models = folder.models();
    if (options.json()) {
      Json.print(environment.out(), json(folder, models, engines));
      return ExitCode.DONE;
    }
    PrintStream out = environment.out();
    out.println("In " + folder.path() + (models.isEmpty() ? " there is no model." : ":"));
    for (InstalledModel model : models) {
      out.println(line(model));
      if (needsRuntime(model, engines)) {
        out.println("    needs a newer llama.cpp: 'translate runtime install'");
      }
    }
    folder
        .unfinished()
        .forEach(
            name ->
                console.info(
                    name
                        + " is unfinished: pull it again to go on, or 'translate models remove "
                        + name
                        + "'"));
    out.println();
    out.println("To be had with 'translate models pull NAME' or NAME:QUANTISATION:");
    catalogue.models().forEach(model -> print(out, model, engines));
    return ExitCode.DONE;
  }

  private String line(InstalledModel model) {
    String name =
        catalogue
            .entryOf(model.file())
            .map(entry -> entry.model().name() + ":" + entry.file().quantisation())
            .orElse("");
    return String.format(
        Locale.ROOT,
        "  %-42s %9s  %s",
        Texts.printable(model.name()),
        Sizes.text(model.size()),
        name);
  }

  private static boolean needsRuntime(InstalledModel model, InProcess engines) {
    try {
      return engines.lacksRuntimeFor(GgufHeader.read(model.file()).architecture());
    } catch (InferenceException e) {
      return false;
    }
  }

  private static void print(PrintStream out, CatalogueModel model, InProcess engines) {
    out.println(
        String.format(
            Locale.ROOT,
            "  %-16s %8s  %-20s %s",
            model.name(),
            size(model.files().get(0)),
            model.files().stream()
                .map(CatalogueFile::quantisation)
                .collect(Collectors.joining(" ")),
            model.licence()));
    out.println(
        "    "
            + model.about()
            + " ("
            + languages(model)
            + (engines.lacksRuntimeFor(model.architecture()) ? "; needs a runtime" : "")
            + ")");
  }

  static String size(CatalogueFile file) {
    return (file.exact() ? "" : "~") + Sizes.text(file.size());
  }

  private static String languages(CatalogueModel model) {
    return model.languages().size() <= MOST_NAMED_LANGUAGES
        ? String.join(" ", model.languages())
        : model.languages().size() + " languages";
  }

  private Map<String, Object> json(
      ModelFolder folder, List<InstalledModel> models, InProcess engines) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("folder", folder.path().toString());
    json.put("installed", models.stream().map(model -> json(model, engines)).toList());
    json.put("unfinished", folder.unfinished());
    json.put("catalogue", catalogue.models());
    return json;
  }

  private Map<String, Object> json(InstalledModel model, InProcess engines) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", model.name());
    json.put("files", model.files().stream().map(Path::toString).toList());
    json.put("size", model.size());
    json.put("needsRuntime", needsRuntime(model, engines));
    catalogue
        .entryOf(model.file())
        .ifPresent(
            entry ->
                json.put("catalogue", entry.model().name() + ":" + entry.file().quantisation()));
    return json;
  }
}
