package dev.yiben.pipeline.memory;

import java.time.InstantSource;

/**
 * How a job uses translation memories.
 *
 * @param place where they are
 * @param reuse which of their units are taken
 * @param clock says when units are made and used; nothing that is translated depends on it
 */
public record MemoryUse(MemoryPlace place, MemoryReuse reuse, InstantSource clock) {}
