package dev.yiben.pipeline.store;

import dev.yiben.formats.document.SegmentId;

/**
 * A target that a person stands for.
 *
 * @param id the segment
 * @param sourceHash of its marked source
 * @param target marked target
 */
public record ConfirmedTarget(SegmentId id, String sourceHash, String target) {}
