package dev.yiben.inference.openai;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes JSON; faults never quote the text, which may hold what a server echoes. */
final class Json {
  private static final JsonMapper MAPPER = new JsonMapper();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static Optional<JsonNode> parse(String text) {
    try {
      return Optional.of(MAPPER.readTree(text)).filter(node -> !node.isMissingNode());
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /**
   * Reads an object of the user's.
   *
   * @throws InferenceException if it is none
   */
  static ObjectNode object(String text, String what) {
    return parse(text)
        .filter(ObjectNode.class::isInstance)
        .map(ObjectNode.class::cast)
        .orElseThrow(
            () ->
                new InferenceException(
                    Category.USER, what + " must be a JSON object such as {\"top_k\": 20}"));
  }

  static String write(JsonNode node) {
    return MAPPER.writeValueAsString(node);
  }
}
