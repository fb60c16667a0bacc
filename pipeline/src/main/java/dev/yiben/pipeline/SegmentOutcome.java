package dev.yiben.pipeline;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Segment;
import dev.yiben.pipeline.check.Finding;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * A segment and what became of it.
 *
 * @param segment the segment
 * @param fate what became of it
 * @param target its target; the source where it stayed, or the translation that the file had
 *     already
 * @param reason the rule for a skipped segment, the fault for one kept as source, where the target
 *     of a reused one comes from ({@code repeat}, {@code existing-translation}, {@code tm-context},
 *     {@code tm-exact}), else empty
 * @param findings what the checks found in the target
 * @param requests how many requests contained it
 * @param confidence geometric mean of the probabilities that the model gave to the tokens of its
 *     target, above 0 and at most 1; empty if the engine does not tell
 * @param review what came of looking at the target again
 */
public record SegmentOutcome(
    Segment segment,
    Fate fate,
    CodedText target,
    String reason,
    List<Finding> findings,
    int requests,
    OptionalDouble confidence,
    Review review) {
  public SegmentOutcome {
    findings = List.copyOf(findings);
  }

  /** Creates the outcome of a segment whose target no model wrote. */
  public SegmentOutcome(
      Segment segment,
      Fate fate,
      CodedText target,
      String reason,
      List<Finding> findings,
      int requests) {
    this(segment, fate, target, reason, findings, requests, OptionalDouble.empty(), Review.NONE);
  }

  /** Returns this outcome with more findings. */
  public SegmentOutcome withFindings(List<Finding> more) {
    return withOtherFindings(Stream.concat(findings.stream(), more.stream()).toList());
  }

  /** Returns this outcome with other findings instead of its own. */
  public SegmentOutcome withOtherFindings(List<Finding> others) {
    return new SegmentOutcome(segment, fate, target, reason, others, requests, confidence, review);
  }

  /** Returns this outcome of a segment in other codes. */
  public SegmentOutcome with(Segment other, CodedText otherTarget) {
    return new SegmentOutcome(
        other, fate, otherTarget, reason, findings, requests, confidence, review);
  }
}
