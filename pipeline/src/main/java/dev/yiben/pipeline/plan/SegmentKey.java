package dev.yiben.pipeline.plan;

import dev.yiben.formats.document.SegmentId;

/**
 * Identifies a translation of a segment in a document: the same key means that nothing that shapes
 * the translation has changed, but for its neighbours.
 *
 * @param id the segment
 * @param sourceHash of the marked source
 * @param settingsHash of the engine, the prompt, the languages, and of the terms and the limit of
 *     this segment
 */
public record SegmentKey(SegmentId id, String sourceHash, String settingsHash) {}
