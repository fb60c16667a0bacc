package dev.yiben.inference.openai;

import dev.yiben.inference.TokenProbability;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Server-sent events with chunks of a chat completion.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-sent
 *     events</a>
 * @see <a href="https://platform.openai.com/docs/api-reference/chat-streaming">Chunks</a>
 */
final class EventStream implements AnswerFormat {
  private static final String DATA = "data:";

  private final Redaction redaction;

  EventStream(Redaction redaction) {
    this.redaction = redaction;
  }

  @Override
  public Optional<AnswerPart> read(String line) {
    if (line.startsWith("{") || ServerError.looksLikeHtml(line)) {
      // Not an event: a bare error, as some servers send when they fail later.
      return Optional.of(part(AnswerFormat.json(line)));
    }
    if (line.startsWith("error:")) {
      return Optional.of(part(AnswerFormat.json(line.substring("error:".length()).strip())));
    }
    if (!line.startsWith(DATA)) {
      return Optional.empty();
    }
    String data = line.substring(DATA.length()).strip();
    if (data.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(data.equals("[DONE]") ? AnswerPart.END : part(AnswerFormat.json(data)));
  }

  @Override
  public AnswerPart readWhole(String body) {
    return part(AnswerFormat.json(body));
  }

  private AnswerPart part(JsonNode chunk) {
    JsonNode choice = chunk.path("choices").path(0);
    for (JsonNode error : new JsonNode[] {chunk.path("error"), choice.path("error")}) {
      if (!error.isMissingNode() && !error.isNull()) {
        return AnswerPart.failed(error(error), status(error));
      }
    }
    if (!chunk.has("choices") && chunk.path("object").asString("").equals("error")) {
      return AnswerPart.failed(error(chunk), status(chunk));
    }
    JsonNode delta = choice.has("delta") ? choice.path("delta") : choice.path("message");
    String thinking =
        text(delta.path("reasoning_content")).isEmpty()
            ? text(delta.path("reasoning"))
            : text(delta.path("reasoning_content"));
    return new AnswerPart(
        text(delta.path("content")),
        thinking,
        tokens(choice.path("logprobs").path("content")),
        Optional.of(text(choice.path("finish_reason"))).filter(reason -> !reason.isEmpty()),
        usage(chunk),
        Optional.empty(),
        0,
        false);
  }

  private static List<TokenProbability> tokens(JsonNode content) {
    List<TokenProbability> tokens = new ArrayList<>();
    for (JsonNode token : content) {
      if (token.path("logprob").isNumber()) {
        tokens.add(
            new TokenProbability(
                text(token.path("token")), token.path("logprob").asDouble(), false));
      }
    }
    return tokens;
  }

  private ServerError error(JsonNode error) {
    return ServerError.of(Json.write(error), redaction);
  }

  private static int status(JsonNode error) {
    int status = error.path("code").asInt(error.path("status").asInt(0));
    return status >= 400 && status < 600 ? status : 0;
  }

  private static String text(JsonNode node) {
    if (node.isArray()) {
      StringBuilder parts = new StringBuilder();
      node.forEach(part -> parts.append(part.path("text").asString("")));
      return parts.toString();
    }
    return node.isString() ? node.asString("") : "";
  }

  private static Optional<AnswerPart.Usage> usage(JsonNode chunk) {
    JsonNode usage =
        chunk.path("usage").isObject() ? chunk.path("usage") : chunk.path("x_groq").path("usage");
    JsonNode timings = chunk.path("timings");
    if (!usage.isObject() && !timings.isObject()) {
      return Optional.empty();
    }
    long cached =
        first(
            usage.path("prompt_tokens_details").path("cached_tokens"),
            usage.path("prompt_cache_hit_tokens"),
            usage.path("cached_tokens"),
            timings.path("cache_n"),
            chunk.path("tokens_cached"));
    long prompt =
        first(usage.path("prompt_tokens"))
            + (usage.isObject() ? 0 : first(timings.path("prompt_n")) + cached);
    return Optional.of(
        new AnswerPart.Usage(
            prompt,
            Math.min(cached, prompt),
            first(usage.path("completion_tokens"), timings.path("predicted_n")),
            first(
                usage.path("completion_tokens_details").path("reasoning_tokens"),
                usage.path("reasoning_tokens"))));
  }

  private static long first(JsonNode... counts) {
    for (JsonNode count : counts) {
      if (count.isNumber() && count.asLong(0) > 0) {
        return count.asLong(0);
      }
    }
    return 0;
  }
}
