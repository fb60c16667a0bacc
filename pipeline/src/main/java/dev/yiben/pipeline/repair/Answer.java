package dev.yiben.pipeline.repair;

import dev.yiben.formats.document.CodedText;
import dev.yiben.pipeline.Review;
import dev.yiben.pipeline.check.Finding;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the ladder came to for a segment.
 *
 * @param target the accepted target, or nothing if the source stays
 * @param fault why the source stays; empty for an accepted target
 * @param findings what the checks found in the target
 * @param requests how many requests contained the segment
 * @param confidence how sure the model was of the target, as the geometric mean of the
 *     probabilities of its tokens; empty if it is not known
 * @param review what came of looking at it again
 */
public record Answer(
    Optional<CodedText> target,
    String fault,
    List<Finding> findings,
    int requests,
    OptionalDouble confidence,
    Review review) {
  public Answer {
    findings = List.copyOf(findings);
  }

  /** Returns the answer for a segment that keeps its source. */
  public static Answer keptAsSource(String fault, int requests) {
    return new Answer(
        Optional.empty(), fault, List.of(), requests, OptionalDouble.empty(), Review.NONE);
  }

  /** Returns this answer after it was looked at once more and stayed as it was. */
  Answer keptByReview() {
    return new Answer(target, fault, findings, requests + 1, confidence, Review.KEPT);
  }

  /** Returns this answer with an equal target. */
  public Answer with(CodedText equal) {
    return new Answer(Optional.of(equal), fault, findings, requests, confidence, review);
  }
}
