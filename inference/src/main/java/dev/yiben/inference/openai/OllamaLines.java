package dev.yiben.inference.openai;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Lines of JSON, as Ollama's own API writes them.
 *
 * @see <a href="https://github.com/ollama/ollama/blob/main/docs/api.md">Ollama's API</a>
 */
final class OllamaLines implements AnswerFormat {
  private final Redaction redaction;

  OllamaLines(Redaction redaction) {
    this.redaction = redaction;
  }

  @Override
  public Optional<AnswerPart> read(String line) {
    return line.isBlank() ? Optional.empty() : Optional.of(readWhole(line));
  }

  @Override
  public AnswerPart readWhole(String body) {
    JsonNode line = AnswerFormat.json(body);
    if (line.has("error")) {
      return AnswerPart.failed(ServerError.of(Json.write(line), redaction), 0);
    }
    boolean done = line.path("done").asBoolean(false);
    Optional<AnswerPart.Usage> usage =
        line.has("eval_count") || line.has("prompt_eval_count")
            ? Optional.of(
                new AnswerPart.Usage(
                    line.path("prompt_eval_count").asLong(0),
                    0,
                    line.path("eval_count").asLong(0),
                    0))
            : Optional.empty();
    return new AnswerPart(
        line.path("message").path("content").asString(""),
        line.path("message").path("thinking").asString(""),
        List.of(),
        done && line.has("message")
            ? Optional.of(line.path("done_reason").asString("stop"))
            : Optional.empty(),
        usage,
        Optional.empty(),
        0,
        done);
  }
}
