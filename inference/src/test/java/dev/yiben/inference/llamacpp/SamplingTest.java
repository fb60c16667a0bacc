package dev.yiben.inference.llamacpp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.inference.ChatMessage;
import dev.yiben.inference.GenerationListener;
import dev.yiben.inference.GenerationRequest;
import dev.yiben.inference.OutputConstraint;
import dev.yiben.inference.Sampling;
import dev.yiben.inference.load.LlamaCppSettings;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every knob of the sampling changes what llama.cpp answers. */
@Timeout(300)
final class SamplingTest {
  private static final double HOT = 4;
  private static final double NEARLY_GREEDY = 0.01;

  private static LlamaCppEngine engine;

  @BeforeAll
  static void open() {
    engine = LlamaCppEngine.open(LlamaCppSettings.of(DemoModel.FILE));
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  private static String answer(Sampling sampling) throws InterruptedException {
    return engine
        .generate(
            new GenerationRequest(
                List.of(ChatMessage.user(DemoModel.TWO_LINES)),
                Optional.of(new OutputConstraint.Grammar("root ::= [a-z]{30}")),
                sampling,
                60),
            GenerationListener.NONE)
        .text();
  }

  private static String greedy() throws InterruptedException {
    return answer(Sampling.greedy());
  }

  @Test
  void takesAnyTokenAtHighTemperature() throws Exception {
    assertThat(answer(Sampling.of(HOT, 1))).isNotEqualTo(greedy());
  }

  @Test
  void takesTheMostProbableTokenAtTemperatureZeroWhateverTheRestSays() throws Exception {
    assertThat(answer(new Sampling(0, 9, 50, 0.9, 0.1, 2, 2, 2))).isEqualTo(greedy());
  }

  @Test
  void leavesOneTokenToChooseFromByTopK() throws Exception {
    // What the grammar forbids is left out before, so that one token remains.
    assertThat(answer(new Sampling(HOT, 1, 1, 1, 0, 1, 0, 0))).isEqualTo(greedy());
  }

  @Test
  void leavesOneTokenToChooseFromByTopP() throws Exception {
    assertThat(answer(new Sampling(HOT, 1, 0, 0.0001, 0, 1, 0, 0))).isEqualTo(greedy());
  }

  @Test
  void leavesOneTokenToChooseFromByMinP() throws Exception {
    assertThat(answer(new Sampling(HOT, 1, 0, 1, 1, 1, 0, 0))).isEqualTo(greedy());
  }

  @Test
  void penalisesRepetitions() throws Exception {
    String unpunished = answer(Sampling.of(NEARLY_GREEDY, 1));

    assertThat(answer(new Sampling(NEARLY_GREEDY, 1, 0, 1, 0, 2, 0, 0))).isNotEqualTo(unpunished);
    assertThat(answer(new Sampling(NEARLY_GREEDY, 1, 0, 1, 0, 1, 2, 0))).isNotEqualTo(unpunished);
    assertThat(answer(new Sampling(NEARLY_GREEDY, 1, 0, 1, 0, 1, 0, 2))).isNotEqualTo(unpunished);
  }
}
