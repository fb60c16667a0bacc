package dev.yiben.cli;

import dev.yiben.inference.openai.EndpointModels;
import dev.yiben.inference.openai.EndpointModels.Model;
import dev.yiben.inference.openai.OpenAiSettings;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Shows the models that an endpoint has. */
final class EndpointModelList {
  private final Environment environment;
  private final Console console;

  EndpointModelList(Environment environment, Console console) {
    this.environment = environment;
    this.console = console;
  }

  ExitCode show(ModelListOptions options) {
    EndpointOptions endpoint = options.endpoint();
    OpenAiSettings settings =
        new Endpoints(environment).settings(endpoint.endpoint().orElseThrow(), endpoint);
    List<Model> models;
    try {
      models = EndpointModels.list(settings);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.INTERRUPTED;
    }
    if (options.json()) {
      Json.print(
          environment.out(),
          Map.of(
              "endpoint",
              settings.address().url().toString(),
              "models",
              models.stream().map(EndpointModelList::json).toList()));
      return ExitCode.DONE;
    }
    if (models.isEmpty()) {
      console.info(settings.address() + " lists no models");
    }
    models.forEach(
        model ->
            environment
                .out()
                .println(
                    model.contextWindow() == 0
                        ? model.id()
                        : String.format(
                            Locale.ROOT, "%-60s %9d tokens", model.id(), model.contextWindow())));
    return ExitCode.DONE;
  }

  private static Map<String, Object> json(Model model) {
    return Map.of("id", model.id(), "contextWindow", model.contextWindow());
  }
}
