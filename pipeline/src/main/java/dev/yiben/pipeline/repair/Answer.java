package dev.yiben.pipeline.repair;

import dev.yiben.formats.document.CodedText;
import dev.yiben.pipeline.check.Finding;
import java.util.List;
import java.util.Optional;

/**
 * What the ladder came to for a segment.
 *
 * @param target the accepted target, or nothing if the source stays
 * @param fault why the source stays; empty for an accepted target
 * @param findings what the checks found in the target
 * @param requests how many requests contained the segment
 */
public record Answer(
    Optional<CodedText> target, String fault, List<Finding> findings, int requests) {
  public Answer {
    findings = List.copyOf(findings);
  }

  /** Returns this answer with an equal target. */
  public Answer with(CodedText equal) {
    return new Answer(Optional.of(equal), fault, findings, requests);
  }
}
