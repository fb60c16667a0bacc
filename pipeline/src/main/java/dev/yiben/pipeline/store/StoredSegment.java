package dev.yiben.pipeline.store;

import dev.yiben.pipeline.Review;
import dev.yiben.pipeline.plan.SegmentKey;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A finished segment as it is stored.
 *
 * @param key what it is the translation of
 * @param target marked target; empty if the source stays
 * @param fault why the source stays; empty with a target
 * @param requests how many requests contained it
 * @param confidence how sure the model was of the target; empty if it is not known
 * @param review what came of looking at it again
 */
public record StoredSegment(
    SegmentKey key,
    Optional<String> target,
    String fault,
    int requests,
    OptionalDouble confidence,
    Review review) {}
