package dev.yiben.inference.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class OtherProgramsTest {
  @Test
  void countsNothingOfThisProgram() {
    assertThat(OtherPrograms.others(0.75, 4, 2)).isEqualTo(1);
    assertThat(OtherPrograms.others(0.5, 2, 1.3)).isZero();
  }

  @Test
  void seesNobodyWhereTheSystemDoesNotTell() {
    assertThat(OtherPrograms.others(-1, 4, 0.5)).isZero();
  }

  @Test
  void looksAtTheMachine() throws InterruptedException {
    OtherPrograms others = new OtherPrograms();

    assertThat(others.busyProcessors()).isZero();
    Thread.sleep(600);
    assertThat(others.busyProcessors())
        .isBetween(0.0, (double) Runtime.getRuntime().availableProcessors());
  }
}
