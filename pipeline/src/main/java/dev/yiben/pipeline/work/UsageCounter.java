package dev.yiben.pipeline.work;

import dev.yiben.inference.GenerationResult;
import dev.yiben.pipeline.Usage;

/** Adds up what requests spend; may be used by several threads. */
final class UsageCounter {
  private Usage total = Usage.NONE;

  synchronized void add(GenerationResult result) {
    total = total.plus(new Usage(1, result.tokens()));
  }

  synchronized Usage total() {
    return total;
  }
}
