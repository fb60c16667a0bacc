package dev.yiben.pipeline.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.yiben.inference.TokenProbability;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LineConfidenceTest {
  private static final List<TokenProbability> TOKENS =
      List.of(
          forced("1|"),
          token("海", 0.9),
          token("鸥", 0.4),
          forced("\n2|"),
          token("灯塔", 0.25),
          token("。\n", 1));

  @Test
  void isTheGeometricMeanOfTheTokensOfALine() {
    Map<Integer, Double> confidence = parse("1|海鸥\n2|灯塔。\n", TOKENS).confidence();

    assertThat(confidence).containsOnlyKeys(1, 2);
    assertThat(confidence.get(1)).isCloseTo(0.6, within(1e-9));
    assertThat(confidence.get(2)).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void leavesOutWhatTheGrammarWrote() {
    assertThat(parse("1|A\n2|灯", List.of(forced("1|A\n2|"), token("灯", 0.5))).confidence())
        .containsExactly(Map.entry(2, 0.5));
  }

  @Test
  void saysNothingOfALineThatIsNotThereAsItStands() {
    ParsedResponse answer =
        ResponseParser.parse(
            LineForm.JSON,
            "{\"1\":\"\\u6d77\"}",
            List.of(token("{\"1\":\"\\u6d77\"}", 0.5)),
            1,
            "");

    assertThat(answer.texts()).containsEntry(1, "海");
    assertThat(answer.confidence()).isEmpty();
  }

  @Test
  void saysNothingWithoutProbabilities() {
    assertThat(parse("1|海\n2|塔", List.of()).confidence()).isEmpty();
  }

  private static ParsedResponse parse(String answer, List<TokenProbability> tokens) {
    return ResponseParser.parse(LineForm.NUMBERED, answer, tokens, 2, "");
  }

  private static TokenProbability token(String text, double probability) {
    return new TokenProbability(text, Math.log(probability), false);
  }

  private static TokenProbability forced(String text) {
    return new TokenProbability(text, Math.log(1e-9), true);
  }
}
