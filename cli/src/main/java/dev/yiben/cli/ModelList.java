package dev.yiben.cli;

import dev.yiben.inference.models.InstalledModel;
import dev.yiben.inference.models.ModelFolder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Shows the models that there are. */
final class ModelList {
  private final Environment environment;
  private final Console console;

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
    ModelFolder folder = new ModelFolder(Engines.modelFolder(environment));
    List<InstalledModel> models = folder.models();
    if (options.json()) {
      Json.print(
          environment.out(),
          Map.of(
              "folder",
              folder.path().toString(),
              "installed",
              models.stream().map(ModelList::json).toList()));
      return ExitCode.DONE;
    }
    if (models.isEmpty()) {
      console.info("There is no model in " + folder.path());
    }
    models.forEach(
        model ->
            environment
                .out()
                .println(
                    String.format(
                        Locale.ROOT, "%-60s %10s", model.name(), Sizes.text(model.size()))));
    return ExitCode.DONE;
  }

  private static Map<String, Object> json(InstalledModel model) {
    return Map.of(
        "name",
        model.name(),
        "files",
        model.files().stream().map(Object::toString).collect(Collectors.toList()),
        "size",
        model.size());
  }
}
