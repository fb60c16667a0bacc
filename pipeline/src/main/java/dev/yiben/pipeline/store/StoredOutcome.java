package dev.yiben.pipeline.store;

import dev.yiben.formats.document.SegmentId;
import dev.yiben.pipeline.Fate;
import java.util.Optional;

/**
 * What the last run of a job has made of a segment, whichever way it came to it.
 *
 * @param id the segment
 * @param sourceHash of its marked source
 * @param fate what became of it
 * @param target marked target; empty if the source stays
 * @param reason as in {@link dev.yiben.pipeline.SegmentOutcome}
 * @param confirmed whether a person stands for the target
 */
public record StoredOutcome(
    SegmentId id,
    String sourceHash,
    Fate fate,
    Optional<String> target,
    String reason,
    boolean confirmed) {}
