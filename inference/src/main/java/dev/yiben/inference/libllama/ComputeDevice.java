package dev.yiben.inference.libllama;

/**
 * What a library can compute on.
 *
 * @param name ggml's short name, such as {@code CUDA0}
 * @param description what it is, for people
 * @param kind what kind of device
 * @param freeMemory bytes that are free on it
 * @param totalMemory bytes that it has
 */
public record ComputeDevice(
    String name, String description, Kind kind, long freeMemory, long totalMemory) {
  /** Kinds of devices. */
  public enum Kind {
    /** The processor. */
    PROCESSOR,
    /** A graphics card with memory of its own. */
    GRAPHICS_CARD,
    /** A graphics processor that shares the machine's memory. */
    INTEGRATED_GRAPHICS,
    /** Anything else that helps. */
    ACCELERATOR;

    /** By {@code ggml_backend_dev_type}. */
    static Kind of(int type) {
      return switch (type) {
        case 0 -> PROCESSOR;
        case 1 -> GRAPHICS_CARD;
        case 2 -> INTEGRATED_GRAPHICS;
        default -> ACCELERATOR;
      };
    }
  }
}
