package dev.yiben.pipeline.store;

import dev.yiben.pipeline.plan.SegmentKey;
import java.util.Optional;

/**
 * A finished segment as it is stored.
 *
 * @param key what it is the translation of
 * @param target marked target; empty if the source stays
 * @param fault why the source stays; empty with a target
 * @param requests how many requests contained it
 */
public record StoredSegment(SegmentKey key, Optional<String> target, String fault, int requests) {}
