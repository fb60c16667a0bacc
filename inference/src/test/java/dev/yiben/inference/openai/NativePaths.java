package dev.yiben.inference.openai;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What servers answer on the paths of their own, in the documented shapes. */
final class NativePaths {
  private static final JsonMapper JSON = new JsonMapper();

  private final EndpointPreset preset;
  private final String version;

  NativePaths(EndpointPreset preset, String version) {
    this.preset = preset;
    this.version = version;
  }

  Optional<String> reply(String path, JsonNode body, int window, List<String> models) {
    Optional<String> told =
        switch (preset.window()) {
          case MODELS -> Optional.empty();
          case LLAMA_SERVER -> at(path, "/props", props(window));
          case OLLAMA -> at(path, "/api/show", shown(window));
          case LM_STUDIO -> at(path, "/api/v0/models", loaded(window, models));
          case KOBOLDCPP ->
              at(path, "/api/extra/true_max_context_length", "{\"value\":" + window + "}");
        };
    return told.or(() -> tokens(path, body))
        .or(
            () ->
                preset.grammar() == EndpointPreset.GrammarField.STRUCTURED_OUTPUTS
                    ? at(path, "/version", "{\"version\":\"" + version + "\"}")
                    : Optional.empty());
  }

  private Optional<String> tokens(String path, JsonNode body) {
    return switch (preset.tokens()) {
      case ESTIMATE -> Optional.empty();
      case LLAMA_SERVER -> at(path, "/tokenize", tokenized(count(body.path("content"))));
      case KOBOLDCPP ->
          at(path, "/api/extra/tokencount", "{\"value\":" + count(body.path("prompt")) + "}");
      case TEXT_GENERATION_WEBUI ->
          at(path, "/v1/internal/token-count", "{\"length\":" + count(body.path("text")) + "}");
      case VLLM -> at(path, "/tokenize", "{\"count\":" + count(body.path("prompt")) + "}");
    };
  }

  private static Optional<String> at(String path, String place, String reply) {
    return path.equals(place) ? Optional.of(reply) : Optional.empty();
  }

  private static int count(JsonNode text) {
    return text.asString("").isEmpty()
        ? 0
        : text.asString("").split("(?<=\\s)|(?=\\p{IsIdeographic})").length;
  }

  private static String tokenized(int count) {
    ObjectNode reply = JSON.createObjectNode();
    IntStream.range(0, count).forEach(reply.putArray("tokens")::add);
    return reply.toString();
  }

  private static String props(int window) {
    ObjectNode props = JSON.createObjectNode().put("total_slots", 2);
    props.putObject("default_generation_settings").put("n_ctx", window);
    return props.toString();
  }

  private static String shown(int window) {
    ObjectNode shown = JSON.createObjectNode();
    shown.putObject("model_info").put("qwen2.context_length", window);
    return shown.toString();
  }

  private static String loaded(int window, List<String> models) {
    ObjectNode list = JSON.createObjectNode();
    models.forEach(
        id ->
            list.withArray("data")
                .addObject()
                .put("id", id)
                .put("state", "loaded")
                .put("loaded_context_length", window));
    return list.toString();
  }
}
