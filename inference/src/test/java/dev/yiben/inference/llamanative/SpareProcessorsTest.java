package dev.yiben.inference.llamanative;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SpareProcessorsTest {
  @Test
  void leavesAProcessorToAProgramThatNeedsOne() {
    assertThat(taken(0.7)).containsExactly(1);
    assertThat(taken(1.0)).containsExactly(1);
    assertThat(taken(2.2)).containsExactly(2);
    assertThat(taken(2.8)).containsExactly(3);
  }

  @Test
  void doesNotMindWhatHardlyRuns() {
    assertThat(taken(0, 0.05, 0.25)).containsExactly(0, 0, 0);
  }

  @Test
  void takesTheProcessorBackWhenTheProgramHasEnded() {
    assertThat(taken(1, 1, 0.02, 0)).containsExactly(1, 1, 0, 0);
    assertThat(taken(3, 1, 0)).containsExactly(3, 1, 0);
  }

  @Test
  void staysWithItsChoiceWhereTheLoadWavers() {
    assertThat(taken(0.25, 0.35, 0.25, 0.15, 0.9, 1.2)).containsExactly(0, 1, 1, 1, 1, 1);
    assertThat(taken(1.5, 1.2, 1.15, 1.05)).containsExactly(2, 2, 2, 1);
  }

  private static List<Integer> taken(double... busy) {
    double[] now = new double[1];
    SpareProcessors processors = new SpareProcessors(() -> now[0]);
    return Arrays.stream(busy)
        .mapToObj(
            others -> {
              now[0] = others;
              return processors.taken();
            })
        .toList();
  }
}
