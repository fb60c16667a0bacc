package dev.yiben.inference.openai;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a kind of server or service does in its own way; the known ones are in {@code presets.json}.
 *
 * @param name what users choose it by
 * @param title its own name
 * @param url where it is by default, with the version of the API; null for none
 * @param local whether users run it themselves
 * @param start the command that starts it, for messages; empty for services
 * @param api how it is spoken to
 * @param grammar how it takes a grammar
 * @param jsonSchema how it takes a JSON schema
 * @param tokens how it counts tokens
 * @param window where it tells the context window
 * @param defaultWindow context window in tokens where nothing tells it
 * @param maxTokens name of the field for the most tokens
 * @param sampling names of the fields for sampling that it knows
 * @param body fields that go into every request
 * @param thinkingOff how thinking is switched off, the first rule that fits the model
 * @param systemInUser whether it ignores system messages
 * @param maxTokensHoldPrompt whether it counts the prompt into the most tokens
 * @param noStreamOptions whether it tells its usage without being asked, and refuses being asked
 * @param concurrency requests that suit it at once, where it does not tell
 * @param slots whether it has slots that a request can choose
 * @param prefixCache whether it keeps what a request shares with the one before
 * @param logprobs whether it tells how probable the tokens of an answer were, when asked
 * @param models how it lists its models
 * @param owners what {@code owned_by} says in its list of models, so that it is recognised
 * @param trap what users must know; empty for nothing
 * @param documentation where this is documented
 */
public record EndpointPreset(
    String name,
    String title,
    URI url,
    boolean local,
    String start,
    Api api,
    GrammarField grammar,
    JsonSchemaField jsonSchema,
    TokenCount tokens,
    WindowSource window,
    int defaultWindow,
    String maxTokens,
    Set<String> sampling,
    JsonNode body,
    List<ThinkingRule> thinkingOff,
    boolean systemInUser,
    boolean maxTokensHoldPrompt,
    boolean noStreamOptions,
    int concurrency,
    boolean slots,
    boolean prefixCache,
    boolean logprobs,
    ModelList models,
    Set<String> owners,
    String trap,
    List<URI> documentation) {

  /** How a server is spoken to. */
  public enum Api {
    /** {@code POST chat/completions}, answered by server-sent events. */
    OPENAI,
    /** {@code POST api/chat}, answered by lines of JSON. */
    OLLAMA
  }

  /** Where a grammar goes. */
  public enum GrammarField {
    NONE(""),
    GRAMMAR("grammar"),
    GRAMMAR_STRING("grammar_string"),
    GUIDED_GRAMMAR("guided_grammar"),
    /** The field {@code grammar} in it. */
    STRUCTURED_OUTPUTS("structured_outputs"),
    EBNF("ebnf");

    private final String field;

    GrammarField(String field) {
      this.field = field;
    }

    String field() {
      return field;
    }
  }

  /** Where a JSON schema goes. */
  public enum JsonSchemaField {
    NONE(""),
    /** An object of the type {@code json_schema}. */
    RESPONSE_FORMAT("response_format"),
    /** The schema itself. */
    FORMAT("format");

    private final String field;

    JsonSchemaField(String field) {
      this.field = field;
    }

    String field() {
      return field;
    }
  }

  /** How tokens are counted. */
  public enum TokenCount {
    /** By an estimate that is rather too high. */
    ESTIMATE,
    /** {@code POST /tokenize} with {@code content}. */
    LLAMA_SERVER,
    /** {@code POST /api/extra/tokencount}. */
    KOBOLDCPP,
    /** {@code POST /v1/internal/token-count}. */
    TEXT_GENERATION_WEBUI,
    /** {@code POST /tokenize} with {@code model} and {@code prompt}. */
    VLLM
  }

  /** Where the context window is told. */
  public enum WindowSource {
    /** Nowhere, or in the list of models. */
    MODELS,
    /** {@code GET /props}, for each slot. */
    LLAMA_SERVER,
    /** {@code POST /api/show}; each request sets its own. */
    OLLAMA,
    /** {@code GET /api/v0/models}. */
    LM_STUDIO,
    /** {@code GET /api/extra/true_max_context_length}. */
    KOBOLDCPP
  }

  /** How models are listed. */
  public enum ModelList {
    /** Not at all. */
    NONE,
    /** {@code GET models}, though there may be models that are not named. */
    PARTIAL,
    /** {@code GET models}, and there are no others. */
    COMPLETE,
    /** {@code GET models}, but any name means the one model that is there. */
    ONE
  }

  /**
   * How a family of models is told not to think.
   *
   * @param model regular expression that is found in the model's id
   * @param body fields that go into the request
   * @param suffix what goes after the system message
   */
  public record ThinkingRule(String model, JsonNode body, String suffix) {
    public ThinkingRule {
      body = body == null ? Json.object() : body;
      suffix = orElse(suffix, "");
    }
  }

  private static final String RESOURCE = "presets.json";
  private static final int USUAL_WINDOW = 8192;
  private static final int AT_ONCE_LOCALLY = 2;
  private static final int AT_ONCE = 8;
  private static final Set<String> USUAL_SAMPLING =
      Set.of("temperature", "top_p", "seed", "frequency_penalty", "presence_penalty");

  /** Creates a preset; what is null is what most servers do. */
  public EndpointPreset {
    start = orElse(start, "");
    api = orElse(api, Api.OPENAI);
    grammar = orElse(grammar, GrammarField.NONE);
    jsonSchema = orElse(jsonSchema, JsonSchemaField.NONE);
    tokens = orElse(tokens, TokenCount.ESTIMATE);
    window = orElse(window, WindowSource.MODELS);
    defaultWindow = defaultWindow == 0 ? USUAL_WINDOW : defaultWindow;
    maxTokens = orElse(maxTokens, "max_tokens");
    sampling = Set.copyOf(orElse(sampling, USUAL_SAMPLING));
    body = body == null ? Json.object() : body;
    thinkingOff = List.copyOf(orElse(thinkingOff, List.of()));
    concurrency = concurrency > 0 ? concurrency : local ? AT_ONCE_LOCALLY : AT_ONCE;
    models = orElse(models, ModelList.PARTIAL);
    owners = Set.copyOf(orElse(owners, Set.of()));
    trap = orElse(trap, "");
    documentation = List.copyOf(orElse(documentation, List.of()));
  }

  private static <T> T orElse(T value, T usual) {
    return value == null ? usual : value;
  }

  /** Returns all presets, in the order of the documentation. */
  public static List<EndpointPreset> all() {
    JsonMapper mapper =
        JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
    try (InputStream in = EndpointPreset.class.getResourceAsStream(RESOURCE)) {
      return mapper.readValue(in, new TypeReference<List<EndpointPreset>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the preset of a name. */
  public static Optional<EndpointPreset> named(String name) {
    return all().stream().filter(preset -> preset.name().equalsIgnoreCase(name)).findFirst();
  }

  /** Returns this preset with another place for grammars. */
  EndpointPreset withGrammar(GrammarField other) {
    return new EndpointPreset(
        name,
        title,
        url,
        local,
        start,
        api,
        other,
        jsonSchema,
        tokens,
        window,
        defaultWindow,
        maxTokens,
        sampling,
        body,
        thinkingOff,
        systemInUser,
        maxTokensHoldPrompt,
        noStreamOptions,
        concurrency,
        slots,
        prefixCache,
        logprobs,
        models,
        owners,
        trap,
        documentation);
  }
}
