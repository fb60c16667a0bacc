package dev.yiben.cli;

import dev.yiben.pipeline.DocumentResult;
import dev.yiben.pipeline.Fate;
import dev.yiben.pipeline.JobResult;
import dev.yiben.pipeline.SegmentOutcome;
import dev.yiben.pipeline.check.Severity;

/** From which finding on a finished job counts as incomplete. */
enum FailOn {
  INFO,
  WARNING,
  /** Segments that kept their source, files that failed, and findings of that severity. */
  ERROR,
  NEVER;

  /** Returns whether a job is incomplete. */
  boolean fails(JobResult result) {
    return this != NEVER && result.documents().stream().anyMatch(this::fails);
  }

  private boolean fails(DocumentResult document) {
    return document.status() == DocumentResult.Status.FAILED
        || document.segments().stream().anyMatch(this::fails);
  }

  private boolean fails(SegmentOutcome outcome) {
    return outcome.fate() == Fate.KEPT_AS_SOURCE
        || outcome.findings().stream()
            .anyMatch(finding -> finding.severity().compareTo(threshold()) >= 0);
  }

  private Severity threshold() {
    return switch (this) {
      case INFO -> Severity.INFO;
      case WARNING -> Severity.WARNING;
      case ERROR, NEVER -> Severity.ERROR;
    };
  }
}
