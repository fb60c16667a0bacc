package dev.yiben.inference.load;

/**
 * How the model is held in memory.
 *
 * @param map whether the file is mapped, so that the system reads what is needed and may forget it
 * @param lock whether the system is asked never to swap it out
 * @param check whether a model that is too large for the memory is refused
 */
public record MemorySettings(boolean map, boolean lock, boolean check) {
  /** Mapped, not locked, checked. */
  public static final MemorySettings DEFAULT = new MemorySettings(true, false, true);
}
