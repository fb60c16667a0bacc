package dev.yiben.inference.pool;

import dev.yiben.inference.InferenceEngine;
import java.util.function.Supplier;

/**
 * An engine that a pool may ask.
 *
 * @param name what it is called in messages, such as its address
 * @param engine opens the engine; may throw an {@link dev.yiben.inference.InferenceException}, and
 *     is then asked again later if that is transient
 * @param weight its share of the requests, at least 1
 * @param limits how much it may be asked
 */
public record PoolMember(
    String name, Supplier<? extends InferenceEngine> engine, int weight, Limits limits) {
  public PoolMember {
    if (weight < 1) {
      throw new IllegalArgumentException("A weight must be at least 1");
    }
  }
}
