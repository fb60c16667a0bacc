package dev.yiben.cli;

import dev.yiben.formats.format.Problem;
import dev.yiben.pipeline.DocumentResult;
import dev.yiben.pipeline.Fate;
import dev.yiben.pipeline.JobResult;
import dev.yiben.pipeline.SegmentOutcome;
import dev.yiben.pipeline.check.Severity;
import java.util.Collection;

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

  /** Returns whether translations that are there already have such problems. */
  boolean fails(Collection<Problem> problems) {
    return switch (this) {
      case NEVER -> false;
      case ERROR -> problems.stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR);
      case INFO, WARNING -> !problems.isEmpty();
    };
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
