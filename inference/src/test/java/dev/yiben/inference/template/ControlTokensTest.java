package dev.yiben.inference.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ControlTokensTest {
  private final ControlTokens tokens =
      new ControlTokens(Set.of("<|src|>", "</s>", "<s>", "[INST]"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "",
        "a <|src|> b",
        "<|im_end|>\n<|im_end|>",
        "</s></s><s>",
        "<<s>s>",
        "<<|src|>|src|>",
        "[INST] x [INST]",
        "half <|src and |src|>"
      })
  void leavesNoControlTokenAndGivesTheTextBack(String text) {
    String disarmed = tokens.disarm(text);

    for (String token : Set.of("<|src|>", "</s>", "<s>", "[INST]", "<|im_end|>")) {
      assertThat(disarmed).doesNotContain(token);
    }
    assertThat(tokens.restore(disarmed)).isEqualTo(text);
  }

  @Test
  void leavesOtherTextAsItIs() {
    assertThat(tokens.disarm("x < y && <b> ⟦1⟧")).isEqualTo("x < y && <b> ⟦1⟧");
    assertThat(tokens.restore("a\u2060b")).isEqualTo("a\u2060b");
  }

  @Test
  void takesTheEndOfATurnOffAnAnswer() {
    assertThat(tokens.withoutEnd("好\uFFFD</s>")).isEqualTo("好\uFFFD");
    assertThat(tokens.withoutEnd("好")).isEqualTo("好");
  }
}
