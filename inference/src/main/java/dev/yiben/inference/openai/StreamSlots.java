package dev.yiben.inference.openai;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Chooses the slots of a server, so that each stream of requests finds what it has computed.
 *
 * <p>A stream gets the slot that it had last, else the one that was not used for the longest time.
 */
final class StreamSlots {
  private static final class Slot {
    private final int number;
    private String stream = "";
    private boolean busy;
    private long used;

    private Slot(int number) {
      this.number = number;
    }
  }

  private final List<Slot> slots = new ArrayList<>();
  private long clock;

  StreamSlots(int count) {
    for (int number = 0; number < count; number++) {
      slots.add(new Slot(number));
    }
  }

  /** Takes a slot for a request; there must not be more requests than slots. */
  synchronized int take(String stream) {
    Slot slot =
        slots.stream()
            .filter(candidate -> !candidate.busy)
            .min(
                Comparator.comparing(
                        (Slot candidate) -> stream.isEmpty() || !candidate.stream.equals(stream))
                    .thenComparingLong(candidate -> candidate.used))
            .orElseThrow(() -> new IllegalStateException("More requests than slots"));
    slot.busy = true;
    slot.stream = stream;
    slot.used = ++clock;
    return slot.number;
  }

  /** Gives a slot back. */
  synchronized void release(int number) {
    slots.get(number).busy = false;
  }
}
