package dev.yiben.inference.llamanative;

import java.util.function.DoubleSupplier;

/**
 * Decides how many processors are left to other programs, which keep them busy anyway.
 *
 * <p>The threads of a model wait for each other many times in each batch, asking again and again,
 * so that one that shares its processor makes all of them wait.
 */
final class SpareProcessors {
  // Of a processor; what is busy less than that disturbs less than a thread helps.
  private static final double DISTURBS = 0.3;
  private static final double DISTURBS_NO_MORE = 0.1;

  private final DoubleSupplier others;
  private int taken;

  /**
   * Creates it.
   *
   * @param others how many processors other programs keep busy at the moment
   */
  SpareProcessors(DoubleSupplier others) {
    this.others = others;
  }

  /** Returns how many processors are not for the model at the moment. */
  int taken() {
    double busy = others.getAsDouble();
    // Between the two it stays as it is, so that it does not change with every look.
    if (busy > taken + DISTURBS || busy < taken - 1 + DISTURBS_NO_MORE) {
      taken = Math.max(0, (int) Math.ceil(busy - DISTURBS));
    }
    return taken;
  }
}
