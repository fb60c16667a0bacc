package dev.yiben.inference.load;

import static dev.yiben.inference.load.LlamaCppSettings.check;
import static dev.yiben.inference.load.LlamaCppSettings.checkRange;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What runs on graphics processors, where the native library can use them.
 *
 * @param wanted layers of the model that run there, where more than it has means all; empty to
 *     choose by model and machine
 * @param offloadCache whether their part of the KV cache is there as well
 * @param mainGpu number of the GPU for what is not split
 * @param split how a model is split over several; empty for llama.cpp's choice
 * @param shares shares of the GPUs in order, in any unit; empty for what each has of memory
 */
public record GpuSettings(
    Optional<Integer> wanted,
    boolean offloadCache,
    int mainGpu,
    Optional<Split> split,
    List<Double> shares) {
  /** How a model is split over several GPUs. */
  public enum Split {
    NONE,
    LAYER,
    ROW;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The layers are chosen. */
  public static final GpuSettings NONE =
      new GpuSettings(Optional.empty(), true, 0, Optional.empty(), List.of());

  static final int MOST_LAYERS = 10_000;
  private static final int MOST_GPUS = 64;

  public GpuSettings {
    shares = List.copyOf(shares);
    checkRange(wanted.orElse(0), 0, MOST_LAYERS, "number of GPU layers");
    checkRange(mainGpu, 0, MOST_GPUS - 1, "number of the main GPU");
    check(
        shares.size() <= MOST_GPUS && shares.stream().allMatch(s -> s >= 0 && s <= 1e6),
        "split over GPUs",
        shares);
  }

  /** Returns the layers that are asked for; 0 where they are to be chosen. */
  public int layers() {
    return wanted.orElse(0);
  }

  /** Returns this with another number of layers. */
  public GpuSettings withLayers(int count) {
    return new GpuSettings(Optional.of(count), offloadCache, mainGpu, split, shares);
  }
}
