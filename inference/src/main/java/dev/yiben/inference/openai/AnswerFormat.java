package dev.yiben.inference.openai;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** How a server writes its answers. */
sealed interface AnswerFormat permits EventStream, OllamaLines {
  /**
   * Reads a line.
   *
   * @return nothing for one that means nothing, such as a comment
   * @throws IllegalArgumentException if it is garbled; the message says how
   */
  Optional<AnswerPart> read(String line);

  /**
   * Reads an answer that came in one piece.
   *
   * @throws IllegalArgumentException if it is garbled
   */
  AnswerPart readWhole(String body);

  /** Reads JSON from a server. */
  static JsonNode json(String text) {
    return Json.parse(text)
        .filter(JsonNode::isObject)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    ServerError.looksLikeHtml(text) ? "with a web page" : "with broken JSON"));
  }
}
