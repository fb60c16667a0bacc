package dev.yiben.inference.llamacpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class SlotHistoryTest {
  /** Tokens are characters. */
  private final SlotHistory slots = new SlotHistory(2, 0.5, SlotHistoryTest::text);

  private static String text(int[] tokens) {
    return Arrays.stream(tokens).mapToObj(Character::toString).collect(Collectors.joining());
  }

  private SlotHistory.Use begin(String prompt) {
    return slots.begin(prompt.chars().toArray(), true);
  }

  private int ask(String prompt, String... answer) {
    SlotHistory.Use use = begin(prompt);
    slots.end(use, List.of(answer));
    return use.reused();
  }

  @Test
  void goesOnWhereAStreamEnded() {
    assertThat(ask("question", "a", "n", "swer", "!")).isZero();

    // The last piece was not evaluated, and the next prompt goes on behind it.
    assertThat(ask("questionanswer!more")).isEqualTo("questionanswer".length());
  }

  @Test
  void reusesNothingBehindAnAnswerThatWasWordedOtherwise() {
    ask("question", "a", "n", "swer", "!");

    assertThat(ask("questionansWER!more")).isEqualTo("questionan".length());
  }

  @Test
  void evaluatesAtLeastOneToken() {
    ask("question");

    assertThat(ask("question")).isEqualTo("question".length() - 1);
  }

  @Test
  void keepsStreamsApart() {
    ask("first stream", "x", "y");
    ask("another one", "x", "y");

    assertThat(ask("first streamx and")).isEqualTo("first streamx".length());
    assertThat(ask("another onex and")).isEqualTo("another onex".length());
  }

  @Test
  void losesWhatANewStreamHasTakenTheSlotOf() {
    ask("first stream");
    ask("another one");
    ask("third");

    assertThat(ask("first stream goes on")).isZero();
  }

  @Test
  void takesNoSlotThatIsBusy() {
    SlotHistory.Use busy = begin("question");

    assertThat(begin("question and more").reused()).isZero();
    slots.end(busy, List.of());
  }

  @Test
  void computesRequestsWithoutAStreamWholeAndLeavesNothing() {
    ask("question");
    slots.end(slots.begin("question".chars().toArray(), false), List.of("a", "b"));

    assertThat(ask("question")).isZero();
  }
}
