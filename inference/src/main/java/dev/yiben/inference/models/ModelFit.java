package dev.yiben.inference.models;

import dev.yiben.inference.gguf.ContextShape;
import dev.yiben.inference.gguf.MemoryEstimate;
import dev.yiben.inference.gguf.ModelShape;
import dev.yiben.inference.machine.GraphicsCard;
import dev.yiben.inference.machine.Machine;
import java.util.List;

/**
 * Whether a model with its context fits a machine.
 *
 * @param estimate what it takes
 * @param gpuLayers layers that fit the graphics processors' free memory; 0 without one
 */
public record ModelFit(MemoryEstimate estimate, Verdict verdict, int gpuLayers) {
  /** How well it fits. */
  public enum Verdict {
    /** Into the memory that is free now. */
    FITS,
    /** Into the machine's memory, once other programs have ended. */
    FITS_TIGHTLY,
    /** Not at all. */
    DOES_NOT_FIT
  }

  /** What the program takes beside the model. */
  private static final long PROGRAM = 500_000_000;

  /** Memory is never free to the last byte, and an estimate never exact. */
  private static final double SHARE = 0.9;

  /**
   * Judges.
   *
   * @param weights size of the model's files together, in bytes
   * @param cards graphics processors that the model may use
   */
  public static ModelFit of(
      ModelShape shape,
      long weights,
      ContextShape context,
      Machine machine,
      List<GraphicsCard> cards) {
    MemoryEstimate estimate = MemoryEstimate.of(shape, weights, context);
    int layers = gpuLayers(estimate, cards);
    long host = estimate.host(layers, true) + PROGRAM;
    return new ModelFit(estimate, verdict(host, machine), layers);
  }

  private static Verdict verdict(long host, Machine machine) {
    if (host <= machine.availableMemory() * SHARE) {
      return Verdict.FITS;
    }
    return host <= machine.totalMemory() * SHARE ? Verdict.FITS_TIGHTLY : Verdict.DOES_NOT_FIT;
  }

  private static int gpuLayers(MemoryEstimate estimate, List<GraphicsCard> cards) {
    double free = cards.stream().mapToLong(GraphicsCard::availableMemory).sum() * SHARE;
    int layers = 0;
    // The layer after the last one turns scores into words.
    while (layers <= estimate.layers() && estimate.gpu(layers + 1, true) <= free) {
      layers++;
    }
    return layers;
  }
}
