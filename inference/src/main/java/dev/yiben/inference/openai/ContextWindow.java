package dev.yiben.inference.openai;

import dev.yiben.inference.openai.EndpointModels.Model;
import java.net.URI;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Finds out the context window of an endpoint's model, and how many slots it has.
 *
 * @param tokens tokens that a prompt and its answer may take together
 * @param slots requests that the server works on at once; 0 if it does not tell
 */
record ContextWindow(int tokens, int slots) {
  private static final int SMALLEST = 64;
  private static final int LARGEST_CHOSEN = 1 << 20;

  /** Ollama holds memory for all of the window, whether it is used or not. */
  private static final int LARGEST_OF_OLLAMA = 8192;

  /** Asks a server, as its preset says. */
  static ContextWindow of(EndpointClient client, String model, List<Model> models, int wanted)
      throws InterruptedException {
    EndpointPreset preset = client.address().preset();
    ContextWindow told =
        switch (preset.window()) {
          case MODELS -> new ContextWindow(0, 0);
          case LLAMA_SERVER -> llamaServer(client);
          case OLLAMA -> new ContextWindow(ollama(client, model), 0);
          case LM_STUDIO -> new ContextWindow(lmStudio(client, model), 0);
          case KOBOLDCPP ->
              new ContextWindow(
                  number(client, client.address().server("api/extra/true_max_context_length")), 0);
        };
    int tokens = told.tokens() > 0 ? told.tokens() : listed(model, models);
    if (tokens <= 0) {
      tokens = preset.defaultWindow();
    }
    if (wanted > 0) {
      tokens = wanted;
    }
    return new ContextWindow(
        Math.max(SMALLEST, Math.min(tokens, LARGEST_CHOSEN)), Math.max(0, told.slots()));
  }

  private static int listed(String model, List<Model> models) {
    return models.stream()
        .filter(entry -> entry.id().equals(model))
        .mapToInt(Model::contextWindow)
        .findFirst()
        .orElse(0);
  }

  private static ContextWindow llamaServer(EndpointClient client) throws InterruptedException {
    return client
        .find(client.address().server("props"))
        .map(
            props ->
                new ContextWindow(
                    props.path("default_generation_settings").path("n_ctx").asInt(0),
                    props.path("total_slots").asInt(0)))
        .orElse(new ContextWindow(0, 0));
  }

  private static int ollama(EndpointClient client, String model) throws InterruptedException {
    JsonNode shown =
        client.ask(client.address().api("api/show"), Json.object().put("model", model));
    int largest = 0;
    for (Map.Entry<String, JsonNode> field : shown.path("model_info").properties()) {
      if (field.getKey().endsWith(".context_length")) {
        largest = field.getValue().asInt(0);
      }
    }
    return largest > 0 ? Math.min(largest, LARGEST_OF_OLLAMA) : 0;
  }

  private static int lmStudio(EndpointClient client, String model) throws InterruptedException {
    for (JsonNode entry :
        client
            .find(client.address().server("api/v0/models"))
            .map(document -> document.path("data"))
            .orElse(Json.object())) {
      if (entry.path("id").asString("").equals(model)) {
        int loaded = entry.path("loaded_context_length").asInt(0);
        return loaded > 0 ? loaded : 0;
      }
    }
    return 0;
  }

  private static int number(EndpointClient client, URI uri) throws InterruptedException {
    return client.find(uri).map(document -> document.path("value").asInt(0)).orElse(0);
  }
}
