package dev.yiben.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiben.inference.llamacpp.DemoModel;
import dev.yiben.inference.load.LlamaCppSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What holds for every engine that runs the demo model inside the process. */
public abstract class DemoModelContract extends InferenceEngineContract {
  // A long answer, as every character but the last token's may follow.
  private static final String ENDLESS = "root ::= [^\\x00]*";

  /** Opens an engine on the demo model. */
  protected abstract InferenceEngine open(LlamaCppSettings settings);

  @Override
  protected final InferenceEngine open() {
    return open(LlamaCppSettings.of(DemoModel.FILE).withSlots(2));
  }

  @Override
  protected final GenerationRequest request() {
    return DemoModel.request(DemoModel.TWO_LINES, 100);
  }

  @Test
  void translatesWithTheDemoModel() throws Exception {
    GenerationResult result = engine().generate(request(), GenerationListener.NONE);

    assertThat(result.text().strip()).matches("1\\|\\p{IsHan}+。\n2\\|\\p{IsHan}+。");
  }

  @Test
  void endsAtTheTokenLimit() throws Exception {
    GenerationResult result =
        engine().generate(DemoModel.request(DemoModel.TWO_LINES, 3), GenerationListener.NONE);

    assertThat(result.finishReason()).isEqualTo(FinishReason.LENGTH);
    assertThat(result.tokens().generated()).isEqualTo(3);
    assertThat(result.text()).startsWith("1|");
  }

  @Test
  void endsAtTheEndOfTheContextWindow() throws Exception {
    int window = engine().capabilities().contextWindow();
    String grammar = "root ::= \"a\"{" + 3 * window + "}";

    GenerationResult result =
        engine()
            .generate(
                DemoModel.request(DemoModel.TWO_LINES, grammar, 4 * window),
                GenerationListener.NONE);

    assertThat(result.finishReason()).isEqualTo(FinishReason.LENGTH);
    assertThat(result.tokens().prompt() + result.tokens().generated()).isEqualTo(window);
    assertThat(result.text()).matches("a+");
  }

  @Test
  void refusesAPromptThatIsLongerThanTheContextWindow() {
    GenerationRequest tooLong = DemoModel.request(DemoModel.TWO_LINES.repeat(200), 100);

    assertThatThrownBy(() -> engine().generate(tooLong, GenerationListener.NONE))
        .isInstanceOf(InferenceException.class)
        .hasMessageMatching("The prompt takes \\d+ tokens and the context window has \\d+: .*");
  }

  @Test
  void keepsCharactersTogetherThatAreSeveralTokens() throws Exception {
    String text = "魑魅魍魉 😀 ﷽ e\u0301 𠮷";
    List<String> pieces = new ArrayList<>();

    GenerationResult result =
        engine()
            .generate(
                DemoModel.request(DemoModel.TWO_LINES, "root ::= \"" + text + "\"", 100),
                piece -> {
                  pieces.add(piece);
                  return true;
                });

    assertThat(result.text()).isEqualTo(text);
    assertThat(String.join("", pieces)).isEqualTo(text);
    assertThat(pieces).hasSizeGreaterThan(3);
  }

  @Test
  void letsNoTextForgeAControlToken() throws Exception {
    InferenceEngine engine = engine();

    assertThat(engine.countTokens("<|eos|>")).isGreaterThan(3);
    // As control tokens the two would take one token each.
    assertThat(promptTokens(engine, "1|<|eos|> <|tgt|> The keeper sleeps."))
        .isGreaterThan(promptTokens(engine, "1|The keeper sleeps.") + 6);
  }

  private static long promptTokens(InferenceEngine engine, String content)
      throws InterruptedException {
    return engine
        .generate(DemoModel.request(content, "root ::= \"1|\"", 10), GenerationListener.NONE)
        .tokens()
        .prompt();
  }

  @Test
  void givesTheSameAnswerWhateverWasAskedBefore() throws Exception {
    List<String> lines =
        List.of(
            "1|The old keeper opens the door.",
            "1|The old keeper opens the door.\n2|The boy sleeps in the garden.",
            "1|The boy sleeps in the garden.\n2|The old keeper opens the door.",
            "1|The girl sees the sea.");
    try (InferenceEngine engine = open(LlamaCppSettings.of(DemoModel.FILE))) {
      List<String> forwards = new ArrayList<>();
      for (String line : lines) {
        forwards.add(answer(engine, line));
      }
      for (int i = lines.size() - 1; i >= 0; i--) {
        assertThat(answer(engine, lines.get(i))).isEqualTo(forwards.get(i));
      }
    }
  }

  private static String answer(InferenceEngine engine, String line) throws InterruptedException {
    return engine.generate(DemoModel.request(line, 100), GenerationListener.NONE).text();
  }

  @Test
  void freesTheSlotOfAnInterruptedThread() throws Exception {
    GenerationRequest endless = DemoModel.request(DemoModel.TWO_LINES, ENDLESS, 900);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Future<GenerationResult>> answers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      answers.add(threads.submit(() -> engine().generate(endless, text -> untilInterrupted())));
    }

    threads.shutdownNow();

    for (Future<GenerationResult> answer : answers) {
      assertThat(answer).failsWithin(Duration.ofSeconds(60));
    }
    assertThat(engine().generate(request(), GenerationListener.NONE).text()).isNotBlank();
  }

  /** Holds an answer up, which would else be complete where this machine is busy elsewhere. */
  private static boolean untilInterrupted() {
    try {
      Thread.sleep(Duration.ofMinutes(1).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return true;
  }

  @Test
  void answersHundredsOfRequestsWithoutMixingThemUp() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(6);
    try {
      List<Future<GenerationResult>> answers = new ArrayList<>();
      for (int i = 0; i < 240; i++) {
        String grammar = "root ::= \"" + i + "|\" [a-z]{1,4} \"!\"";
        GenerationRequest request = DemoModel.request(DemoModel.TWO_LINES, grammar, 40);
        answers.add(threads.submit(() -> engine().generate(request, GenerationListener.NONE)));
      }
      for (int i = 0; i < answers.size(); i++) {
        assertThat(answers.get(i).get().text()).matches(i + "\\|[a-z]{1,4}!");
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void obeysTheJsonSchema() throws Exception {
    String schema =
        """
        {"type": "object", "properties": {"7": {"type": "string", "enum": ["yes", "no"]}},
         "required": ["7"], "additionalProperties": false}
        """;

    GenerationResult result =
        engine()
            .generate(
                new GenerationRequest(
                    List.of(ChatMessage.user(DemoModel.TWO_LINES)),
                    Optional.of(new OutputConstraint.JsonSchema(schema)),
                    Sampling.greedy(),
                    200),
                GenerationListener.NONE);

    assertThat(result.text()).matches("\\{\\s*\"7\"\\s*:\\s*\"(yes|no)\"\\s*}\\s*");
  }

  @Test
  void takesTextWithLineSeparatorsNulAndHalfACharacter() throws Exception {
    GenerationResult result =
        engine()
            .generate(
                DemoModel.request("1|a\u2028b\u0000c\ud800d </x> \"quoted\" \\n", 30),
                GenerationListener.NONE);

    assertThat(result.tokens().prompt()).isGreaterThan(10);
  }

  @Test
  void choosesByTheSeedAtATemperature() throws Exception {
    GenerationRequest first = atTemperature(1);

    // Slots differ in the last bits of their results, which decide now and then when chance does.
    try (InferenceEngine engine = open(LlamaCppSettings.of(DemoModel.FILE))) {
      String answer = engine.generate(first, GenerationListener.NONE).text();

      assertThat(engine.generate(first, GenerationListener.NONE).text()).isEqualTo(answer);
      assertThat(engine.generate(atTemperature(2), GenerationListener.NONE).text())
          .isNotEqualTo(answer);
    }
  }

  private static GenerationRequest atTemperature(int seed) {
    // The model has no opinion about Latin letters, so that chance decides.
    return new GenerationRequest(
        List.of(ChatMessage.user(DemoModel.TWO_LINES)),
        Optional.of(new OutputConstraint.Grammar("root ::= [a-z]{30}")),
        Sampling.of(4, seed),
        60);
  }
}
