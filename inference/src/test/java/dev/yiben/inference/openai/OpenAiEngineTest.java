package dev.yiben.inference.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.yiben.inference.ChatMessage;
import dev.yiben.inference.ConstraintSupport;
import dev.yiben.inference.FinishReason;
import dev.yiben.inference.GenerationListener;
import dev.yiben.inference.GenerationRequest;
import dev.yiben.inference.GenerationResult;
import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import dev.yiben.inference.OutputConstraint;
import dev.yiben.inference.Sampling;
import dev.yiben.inference.TokenProbability;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@Timeout(60)
class OpenAiEngineTest {
  private static final String GRAMMAR = "root ::= \"7|\" [a-z]+";
  private StandInServer server;

  private StandInServer start(String preset) {
    server = StandInServer.of(preset);
    return server;
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "llama-server, /grammar",
    "llamafile, /grammar",
    "koboldcpp, /grammar",
    "text-generation-webui, /grammar_string",
    "vllm, /structured_outputs/grammar",
    "sglang, /ebnf",
  })
  void grammarGoesWhereTheServerTakesIt(String preset, String place) throws Exception {
    start(preset);

    assertThat(ask(server.settings(), grammar()).at(place).asString("")).isEqualTo(GRAMMAR);
  }

  @Test
  void olderVllmGetsTheGrammarInItsOwnField() throws Exception {
    start("vllm").withVersion("0.11.2");

    JsonNode body = ask(server.settings(), grammar());

    assertThat(body.path("guided_grammar").asString("")).isEqualTo(GRAMMAR);
    assertThat(body.has("structured_outputs")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "llama-server, /response_format/json_schema/schema",
    "lm-studio, /response_format/json_schema/schema",
    "openai, /response_format/json_schema/schema",
    "ollama, /format",
  })
  void schemaGoesWhereTheServerTakesIt(String preset, String place) throws Exception {
    start(preset);

    assertThat(ask(server.settings(), schema()).at(place).path("type").asString(""))
        .isEqualTo("object");
    assertThat(ask(server.settings(), plain()).at(place).isMissingNode()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "llama-server ; any ; /chat_template_kwargs/enable_thinking ; false",
        "vllm ; any ; /chat_template_kwargs/enable_thinking ; false",
        "sglang ; any ; /chat_template_kwargs/enable_thinking ; false",
        "ollama ; any ; /think ; false",
        "openai ; gpt-5.1 ; /reasoning_effort ; none",
        "openai ; gpt-5-mini ; /reasoning_effort ; minimal",
        "openai ; gpt-4o ; /reasoning_effort ; ''",
        "gemini ; models/gemini-2.5-flash ; /reasoning_effort ; none",
        "deepseek ; deepseek-chat ; /thinking/type ; disabled",
        "deepseek ; deepseek-reasoner ; /thinking/type ; ''",
        "dashscope ; qwen3-32b ; /enable_thinking ; false",
        "dashscope ; qwen2.5-7b-instruct ; /enable_thinking ; ''",
        "openrouter ; qwen/qwen3-32b ; /reasoning/enabled ; false",
        "zhipu ; glm-4.6 ; /thinking/type ; disabled",
        "siliconflow ; Qwen/Qwen3-8B ; /enable_thinking ; false",
        "siliconflow ; Qwen/Qwen2.5-7B-Instruct ; /enable_thinking ; ''",
        "groq ; qwen/qwen3-32b ; /reasoning_effort ; none",
        "lm-studio ; qwen3-8b ; /messages/0/content ; Translate. /no_think",
        "lm-studio ; gemma-3-12b ; /messages/0/content ; Translate.",
      })
  void thinkingIsSwitchedOff(String preset, String model, String place, String value)
      throws Exception {
    start(preset).withModels(model);
    OpenAiSettings settings = server.settings().withModel(Optional.of(model));

    assertThat(ask(settings, plain()).at(place).asString("")).isEqualTo(value);
    if (!place.startsWith("/messages")) {
      assertThat(ask(settings.withThinking(true), plain()).at(place).isMissingNode()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"temperature", "seed", "stream_options", "top_p"})
  void refusedFieldIsLeftOutFromThenOn(String field) throws Exception {
    start("openai-compatible").refusing(field);
    try (OpenAiEngine engine = OpenAiEngine.open(server.settings())) {
      Sampling sampling = new Sampling(0.5, 3, 0, 0.9, 0, 1, 0, 0);
      GenerationRequest request =
          new GenerationRequest(plain().messages(), Optional.empty(), sampling, 64);

      assertThat(engine.generate(request, GenerationListener.NONE).text()).isNotBlank();
      assertThat(engine.generate(request, GenerationListener.NONE).text()).isNotBlank();

      assertThat(server.asked()).hasSize(3);
      assertThat(server.asked().get(0).has(field)).isTrue();
      assertThat(server.asked().get(2).has(field)).isFalse();
    }
  }

  @Test
  void limitTakesItsOtherNameWhereThatIsWanted() throws Exception {
    start("openai-compatible").refusing("max_tokens");

    JsonNode body = ask(server.settings(), plain());

    assertThat(body.path("max_completion_tokens").asInt(0)).isEqualTo(64);
    assertThat(body.has("max_tokens")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "llama-server, grammar, GRAMMAR, JSON_SCHEMA",
    "koboldcpp, grammar, GRAMMAR, NONE",
    "openai, response_format, JSON_SCHEMA, NONE",
    "ollama, format, JSON_SCHEMA, NONE",
  })
  void capabilitiesTellWhatIsLeftOfAConstraint(
      String preset, String field, ConstraintSupport before, ConstraintSupport after)
      throws Exception {
    start(preset).refusing(field);
    try (OpenAiEngine engine = OpenAiEngine.open(server.settings())) {
      assertThat(engine.capabilities().constraint()).isEqualTo(before);

      engine.generate(
          before == ConstraintSupport.GRAMMAR ? grammar() : schema(), GenerationListener.NONE);

      assertThat(engine.capabilities().constraint()).isEqualTo(after);
    }
  }

  @Test
  void refusalThatNamesNoFieldIsTheUsers() {
    start("openai-compatible").refusing("messages");
    try (OpenAiEngine engine = OpenAiEngine.open(server.settings())) {
      assertThatThrownBy(() -> engine.generate(plain(), GenerationListener.NONE))
          .isInstanceOf(InferenceException.class)
          .hasMessageContaining("Unrecognized request argument supplied: messages")
          .extracting(e -> ((InferenceException) e).category())
          .isEqualTo(Category.USER);
      assertThat(server.asked()).hasSize(1);
    }
  }

  @Test
  void ollamaIsToldTheContext() throws Exception {
    start("ollama").withWindow(2048);

    JsonNode body = ask(server.settings(), plain());
    assertThat(body.at("/options/num_ctx").asInt(0)).isEqualTo(2048);
    assertThat(body.at("/options/num_predict").asInt(0)).isEqualTo(64);

    body = ask(server.settings().withContextWindow(16_384), plain());
    assertThat(body.at("/options/num_ctx").asInt(0)).isEqualTo(16_384);
  }

  @Test
  void chatglmGetsTheSystemMessageInTheUsersAndThePromptInTheLimit() throws Exception {
    start("chatglm.cpp");

    JsonNode body = ask(server.settings(), plain());

    assertThat(body.path("messages").size()).isEqualTo(1);
    assertThat(body.at("/messages/0/content").asString("")).startsWith("Translate.\n\nThe keeper");
    assertThat(body.path("max_tokens").asInt(0)).isGreaterThan(64);
  }

  @Test
  void eachStreamKeepsItsSlotAndOthersShareNothing() throws Exception {
    start("llama-server");
    try (OpenAiEngine engine = OpenAiEngine.open(server.settings().withConcurrency(2))) {
      for (String stream : new String[] {"a", "b", "a", ""}) {
        GenerationRequest request = plain();
        engine.generate(
            new GenerationRequest(
                request.messages(), Optional.empty(), request.sampling(), 64, stream),
            GenerationListener.NONE);
      }
    }

    List<JsonNode> asked = server.asked();
    assertThat(asked.get(2).path("id_slot").asInt(-1))
        .isEqualTo(asked.get(0).path("id_slot").asInt(-2))
        .isNotEqualTo(asked.get(1).path("id_slot").asInt(-1));
    assertThat(asked.get(2).path("cache_prompt").asBoolean(false)).isTrue();
    assertThat(asked.get(3).path("cache_prompt").asBoolean(true)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"llama-server", "vllm", "sglang", "koboldcpp"})
  void bareAddressIsRecognisedByItsModels(String preset) {
    start(preset);
    OpenAiSettings settings = OpenAiSettings.of(EndpointAddress.parse(server.url().toString()));
    try (OpenAiEngine engine = OpenAiEngine.open(settings)) {
      assertThat(engine.capabilities().constraint()).isEqualTo(ConstraintSupport.GRAMMAR);
      assertThat(engine.capabilities().prefixCache()).isTrue();
      assertThat(engine.capabilities().contextWindow()).isEqualTo(4096);
      assertThat(engine.capabilities().fingerprint()).contains(preset).contains("stand-in");
    }
  }

  @Test
  void fingerprintKnowsNeitherPortNorKey() {
    start("vllm");
    StandInServer other = StandInServer.of("vllm");
    try (OpenAiEngine one = OpenAiEngine.open(server.settings());
        OpenAiEngine two =
            OpenAiEngine.open(other.settings().withKey(ApiKey.of("sk-1", "a test")));
        OpenAiEngine three = OpenAiEngine.open(other.settings().withExtraBody("{\"top_k\": 5}"))) {
      assertThat(two.capabilities().fingerprint()).isEqualTo(one.capabilities().fingerprint());
      assertThat(three.capabilities().fingerprint()).isNotEqualTo(one.capabilities().fingerprint());
    } finally {
      other.close();
    }
  }

  @Test
  void extraBodyWinsAndNullTakesOut() throws Exception {
    start("openai-compatible");

    JsonNode body =
        ask(
            server.settings().withExtraBody("{\"temperature\": null, \"provider\": {\"a\": 1}}"),
            plain());

    assertThat(body.has("temperature")).isFalse();
    assertThat(body.at("/provider/a").asInt(0)).isEqualTo(1);
  }

  @Test
  void connectionIsKeptAndNotAskedToUpgrade() throws Exception {
    start("openai-compatible");
    try (OpenAiEngine engine = OpenAiEngine.open(server.settings())) {
      for (int i = 0; i < 5; i++) {
        engine.generate(plain(), GenerationListener.NONE);
      }
    }

    assertThat(server.received()).hasSize(6);
    assertThat(server.received().stream().map(StandInServer.Received::port).distinct()).hasSize(1);
    assertThat(server.received()).noneMatch(request -> request.headers().containsKey("upgrade"));
  }

  @Test
  void tokensAreTold() throws Exception {
    start("openai-compatible");
    try (OpenAiEngine engine = OpenAiEngine.open(server.settings())) {
      GenerationResult result = engine.generate(plain(), GenerationListener.NONE);

      assertThat(result.finishReason()).isEqualTo(FinishReason.STOP);
      assertThat(result.tokens().cached()).isEqualTo(result.tokens().prompt() / 2).isPositive();
    }
  }

  @Test
  void modelThatThoughtToItsLimitGetsMoreRoom() throws Exception {
    start("openai-compatible").answering(request -> "<think>" + "long thoughts ".repeat(20));
    try (OpenAiEngine engine = OpenAiEngine.open(server.settings().withContextWindow(16_384))) {
      assertThat(engine.generate(plain(), GenerationListener.NONE).text()).isEmpty();
      engine.generate(plain(), GenerationListener.NONE);
    }

    assertThat(server.asked().get(0).path("max_tokens").asInt(0)).isEqualTo(64);
    assertThat(server.asked().get(1).path("max_tokens").asInt(0)).isEqualTo(64 + 4096);
  }

  @Test
  void answerInOnePieceIsAnAnswer() throws Exception {
    String body =
        """
        {"choices": [{"message": {"content": "<think>a</think>1|x"}, "finish_reason": "length"}],
         "usage": {"prompt_tokens": 9, "completion_tokens": 4}}
        """;

    GenerationResult result = answerTo(http("200 OK", "Content-Type: application/json", body));

    assertThat(result.text()).isEqualTo("1|x");
    assertThat(result.finishReason()).isEqualTo(FinishReason.LENGTH);
    assertThat(result.tokens().prompt()).isEqualTo(9);
  }

  @ParameterizedTest
  @CsvSource({"llama-server, true", "vllm, true", "openai, false", "ollama, false"})
  void probabilitiesAreAskedForOnlyWhereTheServerKnowsThem(String preset, boolean known)
      throws Exception {
    start(preset);

    assertThat(
            ask(server.settings(), plain().withProbabilities()).path("logprobs").asBoolean(false))
        .isEqualTo(known);
    assertThat(ask(server.settings(), plain()).has("logprobs")).isFalse();
  }

  @Test
  void probabilitiesAreOfTheTextAlone() throws Exception {
    String body =
        """
              data: {"choices": [{"delta": {"content": "<think>a</think>"}, "logprobs":\
               {"content": [{"token": "<think>a</think>", "logprob": -9}]}}]}

              data: {"choices": [{"delta": {"content": "1|x"}, "logprobs":\
               {"content": [{"token": "1|", "logprob": 0}, {"token": "x", "logprob": -0.5}]}}]}

              data: {"choices": [{"delta": {}, "finish_reason": "stop"}]}

              data: [DONE]

              """;

    GenerationResult result = answerTo(http("200 OK", "Content-Type: text/event-stream", body));

    assertThat(result.text()).isEqualTo("1|x");
    assertThat(result.probabilities())
        .containsExactly(
            new TokenProbability("1|", 0, false), new TokenProbability("x", -0.5, false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abc sk-test-4711||x",
        "400 Bad||{'error':'no: \\u0073\\u006b-test-4711 is \\u006Eot it'}",
        "500 Bad||<html><title>sk-test-4711</title>",
        "302 Found|Location: http://x/?k=sk-test-4711|",
        "200 OK|Content-Length: sk-test-4711|x",
        "200 OK|Content-Type: text/event-stream|data: {'error':'sk-\\u200btest-4711 sk-test-4711'}",
      })
  void keyIsNeitherInMessagesNorInTraces(String response) {
    String[] parts = response.replace('\'', '"').split("\\|", -1);

    InferenceException failure =
        catchThrowableOfType(
            InferenceException.class, () -> answerTo(http(parts[0], parts[1], parts[2])));

    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    assertThat(failure.getMessage()).isNotBlank().hasLineCount(1);
    assertThat(trace.toString()).doesNotContain("4711");
  }

  @Test
  void endlessLineIsCutOff() {
    assertThatThrownBy(
            () ->
                answerTo(
                    http(
                        "200 OK",
                        "Content-Type: text/event-stream",
                        "data: " + "x".repeat(2 << 20))))
        .isInstanceOf(InferenceException.class)
        .hasMessageContaining("too long");
  }

  @Test
  void controlCharactersOfTheServerReachNoMessage() {
    assertThatThrownBy(
            () ->
                answerTo(
                    http(
                        "400 Bad",
                        "X: y",
                        "{\"error\":\"a\\u001b[31mb\\nc" + "d".repeat(5000) + "\"}")))
        .isInstanceOf(InferenceException.class)
        .message()
        .doesNotContain("\u001b")
        .doesNotContain("\n")
        .contains("a [31mb c")
        .hasSizeLessThan(500);
  }

  private static String http(String status, String header, String body) {
    return String.join(
        "\r\n",
        "HTTP/1.1 " + status,
        header.isEmpty() ? "X: y" : header,
        "Connection: close",
        "",
        body);
  }

  private GenerationResult answerTo(String response) throws Exception {
    try (OneResponseServer raw = new OneResponseServer(response)) {
      OpenAiSettings settings =
          OpenAiSettings.of(
                  new EndpointAddress(
                      EndpointPreset.named("anthropic").orElseThrow(),
                      URI.create("http://127.0.0.1:" + raw.port() + "/v1")))
              .withModel(Optional.of("m"))
              .withHeaders(Map.of("X-Test", "x"))
              .withKey(ApiKey.of("sk-test-4711", "a test"));
      try (OpenAiEngine engine = OpenAiEngine.open(settings)) {
        return engine.generate(plain(), GenerationListener.NONE);
      }
    }
  }

  /** Asks and returns what the server got. */
  private JsonNode ask(OpenAiSettings settings, GenerationRequest request) throws Exception {
    try (OpenAiEngine engine = OpenAiEngine.open(settings)) {
      engine.generate(request, GenerationListener.NONE);
    }
    List<JsonNode> asked = server.asked();
    return asked.get(asked.size() - 1);
  }

  private static GenerationRequest plain() {
    return request(Optional.empty());
  }

  private static GenerationRequest grammar() {
    return request(Optional.of(new OutputConstraint.Grammar(GRAMMAR)));
  }

  private static GenerationRequest schema() {
    return request(Optional.of(new OutputConstraint.JsonSchema("{\"type\":\"object\"}")));
  }

  private static GenerationRequest request(Optional<OutputConstraint> constraint) {
    return new GenerationRequest(
        List.of(ChatMessage.system("Translate."), ChatMessage.user("The keeper opens the door.")),
        constraint,
        Sampling.greedy(),
        64);
  }
}
