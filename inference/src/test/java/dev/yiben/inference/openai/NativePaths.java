package dev.yiben.inference.openai;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What servers answer on the paths of their own. */
final class NativePaths {
  private static final JsonMapper JSON = new JsonMapper();

  private NativePaths() {}

  static Optional<String> reply(
      EndpointPreset preset, String path, JsonNode body, int window, List<String> models) {
    return switch (preset.window()) {
      case LLAMA_SERVER -> path.equals("/props") ? Optional.of(props(window)) : tokens(path, body);
      case MODELS -> tokens(path, body);
      default -> tokens(path, body);
    };
  }

  private static Optional<String> tokens(String path, JsonNode body) {
    if (!path.equals("/tokenize")) {
      return Optional.empty();
    }
    ObjectNode reply = JSON.createObjectNode();
    IntStream.range(0, count(body.path("content").asString("")))
        .forEach(reply.putArray("tokens")::add);
    return Optional.of(reply.toString());
  }

  private static int count(String text) {
    return text.isEmpty() ? 0 : text.split("(?<=\\s)|(?=\\p{IsIdeographic})").length;
  }

  private static String props(int window) {
    ObjectNode props = JSON.createObjectNode().put("total_slots", 2);
    props.putObject("default_generation_settings").put("n_ctx", window);
    return props.toString();
  }
}
