package dev.yiben.pipeline.repair;

import dev.yiben.formats.document.CodedText;
import dev.yiben.pipeline.check.Finding;
import dev.yiben.pipeline.check.QaChecks;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A target that can be written, with what the checks found in it.
 *
 * @param target the target
 * @param findings what the checks found
 * @param confidence how sure the model was of it; empty if it is not known
 */
record Candidate(CodedText target, List<Finding> findings, OptionalDouble confidence) {
  boolean refused() {
    return QaChecks.refuses(findings);
  }

  boolean isCut() {
    return QaChecks.isCut(findings);
  }

  /** Returns whether this is the better of two that can be written. */
  boolean isBetterThan(Candidate other) {
    return isCut() == other.isCut() ? findings.size() < other.findings.size() : other.isCut();
  }

  String faults() {
    return String.join("; ", findings.stream().map(Finding::message).toList());
  }
}
