package dev.yiben.inference.openai;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StreamSlotsTest {
  private final StreamSlots slots = new StreamSlots(2);

  @Test
  void streamKeepsItsSlot() {
    int first = use("a");
    int second = use("b");

    assertThat(second).isNotEqualTo(first);
    assertThat(use("b")).isEqualTo(second);
    assertThat(use("a")).isEqualTo(first);
    assertThat(use("b")).isEqualTo(second);
  }

  @Test
  void newStreamTakesTheSlotThatWasIdleLongest() {
    int first = use("a");
    use("b");

    assertThat(use("c")).isEqualTo(first);
  }

  @Test
  void busySlotIsNotTaken() {
    int first = slots.take("a");

    assertThat(slots.take("a")).isNotEqualTo(first);
  }

  @Test
  void requestsOfNoStreamShareNothing() {
    int first = use("");

    assertThat(use("")).isNotEqualTo(first);
  }

  private int use(String stream) {
    int slot = slots.take(stream);
    slots.release(slot);
    return slot;
  }
}
