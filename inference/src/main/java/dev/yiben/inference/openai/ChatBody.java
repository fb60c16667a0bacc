package dev.yiben.inference.openai;

import dev.yiben.inference.ChatMessage;
import dev.yiben.inference.ConstraintSupport;
import dev.yiben.inference.GenerationRequest;
import dev.yiben.inference.OutputConstraint;
import dev.yiben.inference.Sampling;
import dev.yiben.inference.openai.EndpointPreset.GrammarField;
import dev.yiben.inference.openai.EndpointPreset.JsonSchemaField;
import dev.yiben.inference.openai.EndpointPreset.ThinkingRule;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes requests in a server's own way, and remembers which of their fields it refuses.
 *
 * <p>Safe for use by several threads.
 */
final class ChatBody {
  private static final Logger LOG = LoggerFactory.getLogger(ChatBody.class);
  private static final String MAX_TOKENS = "max_tokens";
  private static final String MAX_COMPLETION_TOKENS = "max_completion_tokens";
  private static final Set<String> NEEDED = Set.of("model", "messages", "stream", "options");

  private final EndpointPreset preset;
  private final String model;
  private final boolean thinking;
  private final ObjectNode extra;
  private final Optional<ThinkingRule> thinkingOff;
  private final Set<String> refused = ConcurrentHashMap.newKeySet();

  ChatBody(EndpointPreset preset, String model, boolean thinking, ObjectNode extra) {
    this.preset = preset;
    this.model = model;
    this.thinking = thinking;
    this.extra = extra;
    String id = model.toLowerCase(Locale.ROOT);
    thinkingOff =
        preset.thinkingOff().stream()
            .filter(rule -> Pattern.compile(rule.model()).matcher(id).find())
            .findFirst();
  }

  /**
   * Returns the body of a request.
   *
   * @param promptTokens tokens of its prompt
   * @param slot the slot to use; negative for none
   * @param window tokens of the context window
   */
  ObjectNode of(GenerationRequest request, int promptTokens, int maxTokens, int slot, int window) {
    ObjectNode body = Json.object();
    body.put("model", model);
    messages(request, body.putArray("messages"));
    body.put("stream", true);
    addAll(body, preset.body());
    if (preset.api() == EndpointPreset.Api.OLLAMA) {
      ObjectNode options =
          body.path("options") instanceof ObjectNode given ? given : body.putObject("options");
      options.put("num_ctx", window);
      options.put("num_predict", maxTokens);
      sampling(request.sampling(), options);
    } else {
      if (!preset.noStreamOptions()) {
        body.putObject("stream_options").put("include_usage", true);
      }
      body.put(
          refused.contains(MAX_TOKENS) ? MAX_COMPLETION_TOKENS : preset.maxTokens(),
          preset.maxTokensHoldPrompt() ? promptTokens + maxTokens : maxTokens);
      sampling(request.sampling(), body);
    }
    request.constraint().ifPresent(constraint -> constrain(constraint, body));
    if (!thinking) {
      thinkingOff.ifPresent(rule -> addAll(body, rule.body()));
    }
    if (request.probabilities() && preset.logprobs()) {
      // Without the second, some tell of twenty tokens that they did not write.
      body.put("logprobs", true).put("top_logprobs", 1);
    }
    if (preset.slots()) {
      body.put("cache_prompt", !request.stream().isEmpty());
      if (slot >= 0) {
        body.put("id_slot", slot);
      }
    }
    refused.forEach(body::remove);
    addAll(body, extra);
    return body;
  }

  private static void addAll(ObjectNode body, JsonNode fields) {
    fields
        .properties()
        .forEach(
            field -> {
              if (field.getValue().isNull()) {
                body.remove(field.getKey());
              } else {
                body.set(field.getKey(), field.getValue().deepCopy());
              }
            });
  }

  private void messages(GenerationRequest request, ArrayNode messages) {
    String suffix = thinking ? "" : thinkingOff.map(ThinkingRule::suffix).orElse("");
    String system = "";
    for (ChatMessage message : request.messages()) {
      String content = system + message.content();
      system = "";
      if (messages.isEmpty()) {
        content += suffix;
      }
      if (message.role() == ChatMessage.Role.SYSTEM && preset.systemInUser()) {
        system = content + "\n\n";
      } else {
        messages
            .addObject()
            .put("role", message.role().name().toLowerCase(Locale.ROOT))
            .put("content", content);
      }
    }
  }

  private void sampling(Sampling sampling, ObjectNode body) {
    put(body, "temperature", sampling.temperature(), true);
    put(body, "top_p", sampling.topP(), sampling.topP() < 1);
    put(body, "min_p", sampling.minP(), sampling.minP() > 0);
    if (sampling.topK() > 0 && preset.sampling().contains("top_k")) {
      body.put("top_k", sampling.topK());
    }
    if (preset.sampling().contains("seed")) {
      body.put("seed", sampling.seed());
    }
    for (String name : new String[] {"repeat_penalty", "repetition_penalty", "rep_pen"}) {
      put(body, name, sampling.repeatPenalty(), sampling.repeatPenalty() != 1);
    }
    put(body, "frequency_penalty", sampling.frequencyPenalty(), sampling.frequencyPenalty() != 0);
    put(body, "presence_penalty", sampling.presencePenalty(), sampling.presencePenalty() != 0);
  }

  private void put(ObjectNode body, String field, double value, boolean wanted) {
    if (wanted && preset.sampling().contains(field)) {
      body.put(field, value);
    }
  }

  private void constrain(OutputConstraint constraint, ObjectNode body) {
    if (constraint instanceof OutputConstraint.Grammar grammar) {
      switch (preset.grammar()) {
        case NONE -> {}
        case GRAMMAR -> body.put("grammar", grammar.gbnf());
        case GRAMMAR_STRING -> body.put("grammar_string", grammar.gbnf());
        case EBNF -> body.put("ebnf", grammar.gbnf());
        case GUIDED_GRAMMAR -> body.put("guided_grammar", grammar.gbnf());
        case STRUCTURED_OUTPUTS ->
            body.putObject("structured_outputs").put("grammar", grammar.gbnf());
      }
    } else if (constraint instanceof OutputConstraint.JsonSchema schema) {
      JsonNode json = Json.object(schema.schema(), "the schema");
      switch (preset.jsonSchema()) {
        case NONE -> {}
        case RESPONSE_FORMAT ->
            body.putObject("response_format")
                .put("type", "json_schema")
                .putObject("json_schema")
                .put("name", "answer")
                .put("strict", true)
                .set("schema", json);
        case FORMAT -> body.set("format", json);
      }
    }
  }

  /** Returns the strongest constraint that the server has not refused. */
  ConstraintSupport constraint() {
    boolean grammar =
        preset.grammar() != GrammarField.NONE && !refused.contains(preset.grammar().field());
    boolean schema =
        preset.jsonSchema() != JsonSchemaField.NONE
            && !refused.contains(preset.jsonSchema().field());
    if (grammar) {
      return ConstraintSupport.GRAMMAR;
    }
    return schema ? ConstraintSupport.JSON_SCHEMA : ConstraintSupport.NONE;
  }

  /**
   * Takes note that a server refused a request.
   *
   * @return whether it named a field that can be done without, so that it may be asked once more
   */
  boolean learn(ObjectNode body, ServerError error) {
    boolean learnt = false;
    for (String field : body.propertyNames()) {
      boolean droppable = !NEEDED.contains(field) && !extra.has(field) && names(field, error);
      // Another request may have learnt it meanwhile.
      learnt |= droppable;
      if (droppable && refused.add(field)) {
        LOG.warn("The field {} is refused and left out from now on", field);
      }
    }
    return learnt;
  }

  private static boolean names(String field, ServerError error) {
    return switch (field) {
      // Many errors mention it for what it is set to; only one that has another name for it counts.
      case MAX_TOKENS -> error.names(MAX_COMPLETION_TOKENS);
      case MAX_COMPLETION_TOKENS -> false;
      case "response_format" -> error.names(field) || error.names("json_schema");
      case "grammar", "grammar_string", "guided_grammar", "structured_outputs", "ebnf" ->
          error.names(field) || error.names("grammar");
      case "think" -> error.names(field) || error.names("thinking");
      case "chat_template_kwargs" -> error.names(field) || error.names("enable_thinking");
      default -> error.names(field);
    };
  }
}
