package dev.yiben.inference.load;

import static dev.yiben.inference.load.LlamaCppSettings.checkRange;

import java.util.Locale;

/**
 * How the processor is used; 0 chooses by model and machine.
 *
 * @param threads threads for one token after the other
 * @param batchThreads threads for prompts
 * @param batch most tokens of prompts that are taken up at once
 * @param microBatch most tokens that are computed at once; takes memory
 * @param flashAttention whether attention is computed piece by piece
 * @param numa how memory is spread over the nodes of a large machine
 */
public record ComputeSettings(
    int threads,
    int batchThreads,
    int batch,
    int microBatch,
    FlashAttention flashAttention,
    Numa numa) {
  /** Whether attention is computed piece by piece, without its whole matrix. */
  public enum FlashAttention {
    AUTO,
    ON,
    OFF;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How memory is spread over the nodes of a machine that has several. */
  public enum Numa {
    NONE,
    DISTRIBUTE,
    ISOLATE,
    NUMACTL;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** All chosen by model and machine. */
  public static final ComputeSettings DEFAULT =
      new ComputeSettings(0, 0, 0, 0, FlashAttention.AUTO, Numa.NONE);

  private static final int MOST_THREADS = 1024;
  private static final int LARGEST_BATCH = 1 << 16;

  public ComputeSettings {
    checkRange(threads, 0, MOST_THREADS, "number of threads");
    checkRange(batchThreads, 0, MOST_THREADS, "number of threads for prompts");
    checkRange(batch, 0, LARGEST_BATCH, "batch size");
    checkRange(microBatch, 0, LARGEST_BATCH, "micro-batch size");
  }

  /** Returns this with another number of threads for one token after the other. */
  public ComputeSettings withThreads(int count) {
    return new ComputeSettings(count, batchThreads, batch, microBatch, flashAttention, numa);
  }

  /** Returns this with or without flash attention. */
  public ComputeSettings withFlashAttention(FlashAttention choice) {
    return new ComputeSettings(threads, batchThreads, batch, microBatch, choice, numa);
  }
}
