package dev.yiben.pipeline.memory;

import dev.yiben.pipeline.plan.MemoryMatch;

/**
 * A unit that fits a segment.
 *
 * @param kind how it fits
 * @param unit the unit
 */
record UnitMatch(MemoryMatch.Kind kind, MemoryUnit unit) {
  MemoryMatch match() {
    return new MemoryMatch(kind, unit.source(), unit.target(), unit.findings());
  }
}
