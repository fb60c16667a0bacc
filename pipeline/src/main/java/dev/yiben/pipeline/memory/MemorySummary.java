package dev.yiben.pipeline.memory;

import java.time.Instant;
import java.util.List;

/**
 * What is in a memory.
 *
 * @param groups units of the same kind, the largest group first
 */
public record MemorySummary(List<Group> groups) {
  /**
   * Units of the same kind.
   *
   * @param origin where they come from
   * @param model the model that made them; empty if there was none
   * @param confirmed whether they are confirmed
   * @param units how many
   * @param created when the newest was made
   * @param used when one was last used
   */
  public record Group(
      Origin origin, String model, boolean confirmed, long units, Instant created, Instant used) {}

  public MemorySummary {
    groups = List.copyOf(groups);
  }

  /** Returns how many units there are. */
  public long units() {
    return groups.stream().mapToLong(Group::units).sum();
  }
}
