package dev.yiben.pipeline.interchange;

import java.util.Optional;

/**
 * A segment as it comes back from a review.
 *
 * @param id the id of the segment; empty if the file has lost it
 * @param source its marked source
 * @param target its marked target; empty if there is none
 * @param state how far the target has come
 * @param fault what is wrong with the target's codes, in one line; mostly empty
 */
record ReturnedUnit(
    String id, String source, Optional<String> target, ReviewState state, Optional<String> fault) {}
