package dev.yiben.inference.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.yiben.inference.ChatMessage;
import dev.yiben.inference.GenerationListener;
import dev.yiben.inference.GenerationRequest;
import dev.yiben.inference.GenerationResult;
import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import dev.yiben.inference.Sampling;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every preset against a server of its shape, with every fault. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndpointFaultsTest {
  private static final String LINES =
      "1|" + "The lamp went out and the keeper climbed the stairs once more. ".repeat(20);

  static Stream<Arguments> presetsAndFaults() {
    return EndpointPreset.all().stream()
        .flatMap(
            preset ->
                Arrays.stream(Fault.values()).map(fault -> Arguments.of(preset.name(), fault)));
  }

  private record Opened(StandInServer server, OpenAiEngine engine, OpenAiEngine impatient) {
    static Opened of(String preset) {
      StandInServer server = StandInServer.of(preset).answering(request -> "1|门开了。");
      OpenAiSettings settings =
          server
              .settings()
              .withContextWindow(4096)
              .withKey(ApiKey.of("sk-test-4711", "the variable TEST_KEY"));
      return new Opened(
          server,
          OpenAiEngine.open(settings),
          OpenAiEngine.open(settings.withTimeouts(new Timeouts(Duration.ofMillis(500)))));
    }

    void close() {
      engine.close();
      impatient.close();
      server.close();
    }
  }

  private final Map<String, Opened> opened = new HashMap<>();

  @AfterAll
  void closeAll() {
    opened.values().forEach(Opened::close);
  }

  @ParameterizedTest(name = "{0} with {1}")
  @MethodSource("presetsAndFaults")
  void comesOutAsWhatTheCallerShouldDo(String preset, Fault fault) throws Exception {
    Opened endpoint = opened.computeIfAbsent(preset, Opened::of);
    OpenAiEngine engine =
        fault == Fault.HANG || fault == Fault.HANG_MIDWAY
            ? endpoint.impatient()
            : endpoint.engine();
    endpoint.server().with(fault);
    switch (fault) {
      case NONE, THINKING_BLOCK, THINKING_FIELD -> answers(engine, fault != Fault.NONE);
      case TOO_MANY_REQUESTS ->
          assertThat(failure(engine, Category.BACKEND_TRANSIENT).retryAfter())
              .contains(Duration.ofSeconds(7));
      case TOO_MANY_REQUESTS_WITHOUT_WAIT,
          SERVER_ERROR,
          UNAVAILABLE,
          HANG,
          HANG_MIDWAY,
          CUT_BODY,
          SHORT_BODY,
          WRONG_JSON,
          HTML_PAGE,
          EMPTY_CHOICES,
          ERROR_MIDWAY ->
          assertThat(failure(engine, Category.BACKEND_TRANSIENT).retryAfter()).isEmpty();
      case TRUNCATED_CONTEXT ->
          assertThat(failure(engine, Category.USER))
              .hasMessageContaining("read only 40 tokens")
              .hasMessageContaining("--context-length");
      case CONTEXT_TOO_LONG ->
          assertThat(failure(engine, Category.USER))
              .hasMessageContaining("too long")
              .hasMessageContaining("maximum context length is 4096");
      case KEY_REFUSED ->
          assertThat(failure(engine, Category.BACKEND_PERMANENT))
              .hasMessageContaining("refuses the API key from the variable TEST_KEY");
      case QUOTA_USED_UP ->
          assertThat(failure(engine, Category.BACKEND_PERMANENT))
              .hasMessageContaining("paid or its quota raised");
      case NO_SUCH_MODEL ->
          assertThat(failure(engine, Category.USER))
              .hasMessageContaining("has no model «stand-in»");
    }
    endpoint.server().with(Fault.NONE);
    answers(endpoint.engine(), false);
  }

  private static void answers(OpenAiEngine engine, boolean thinking) throws InterruptedException {
    List<String> pieces = new ArrayList<>();
    GenerationResult result =
        engine.generate(
            request(),
            piece -> {
              pieces.add(piece);
              return true;
            });

    assertThat(result.text()).isEqualTo("1|门开了。");
    assertThat(String.join("", pieces)).isEqualTo(result.text());
    if (thinking) {
      assertThat(result.tokens().thinking()).isPositive();
    } else {
      assertThat(result.tokens().thinking()).isZero();
    }
  }

  private static InferenceException failure(OpenAiEngine engine, Category category) {
    InferenceException failure =
        catchThrowableOfType(
            InferenceException.class, () -> engine.generate(request(), GenerationListener.NONE));

    assertThat(failure).isNotNull();
    assertThat(failure.category()).as(failure.getMessage()).isEqualTo(category);
    assertThat(failure.getMessage()).doesNotContain("\n").doesNotContain("sk-test-4711");
    return failure;
  }

  private static GenerationRequest request() {
    return new GenerationRequest(
        List.of(ChatMessage.system("Translate."), ChatMessage.user(LINES)),
        Optional.empty(),
        Sampling.greedy(),
        64);
  }
}
