package dev.yiben.inference.libllama;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiben.inference.InferenceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LongRunsTest {
  @ParameterizedTest
  @ValueSource(strings = {"a", "-", "中", " ", "\n", "a1", "\t "})
  void refusesARunThatGoesOnTooLong(String text) {
    String run = text.repeat(LongRuns.LONGEST + 1);

    assertThatThrownBy(() -> LongRuns.refuse("A word and " + run))
        .isInstanceOf(InferenceException.class)
        .hasMessageContaining("cannot be cut into tokens")
        .hasMessageNotContaining("\n");
  }

  @Test
  void takesLongTextsWithSpacesAndRunsThatEndInTime() {
    LongRuns.refuse("word ".repeat(1_000_000));
    LongRuns.refuse("x" + " ".repeat(LongRuns.LONGEST - 1) + "x".repeat(LongRuns.LONGEST));
  }
}
