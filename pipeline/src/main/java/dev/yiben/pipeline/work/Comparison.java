package dev.yiben.pipeline.work;

import dev.yiben.pipeline.DocumentResult;
import dev.yiben.pipeline.Fate;
import dev.yiben.pipeline.SegmentOutcome;
import dev.yiben.pipeline.check.CheckedSegment;
import dev.yiben.pipeline.check.Finding;
import dev.yiben.pipeline.check.QaChecks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares the segments of a job's documents with each other when all are finished.
 *
 * <p>Translations that files had already are compared as well, but only what this job has
 * translated or reused gets findings.
 */
final class Comparison {
  private final QaChecks checks;
  private final String targetLanguage;

  Comparison(QaChecks checks, String targetLanguage) {
    this.checks = checks;
    this.targetLanguage = targetLanguage;
  }

  /**
   * Returns the documents with what the comparison found.
   *
   * @param documents all documents of the job, in its order
   * @param found takes what was found
   */
  List<DocumentResult> compare(List<DocumentResult> documents, List<Finding> found) {
    List<CheckedSegment> segments = new ArrayList<>();
    for (DocumentResult document : documents) {
      document.segments().forEach(outcome -> checked(document, outcome).ifPresent(segments::add));
    }
    Map<Integer, List<Finding>> findings = checks.checkTogether(segments);
    if (findings.isEmpty()) {
      return documents;
    }
    List<DocumentResult> compared = new ArrayList<>();
    int at = 0;
    for (DocumentResult document : documents) {
      List<SegmentOutcome> outcomes = new ArrayList<>();
      for (SegmentOutcome outcome : document.segments()) {
        boolean isCompared = checked(document, outcome).isPresent();
        List<Finding> more =
            isCompared && outcome.fate() != Fate.SKIPPED
                ? findings.getOrDefault(at, List.of())
                : List.of();
        outcomes.add(more.isEmpty() ? outcome : outcome.withFindings(more));
        found.addAll(more);
        at += isCompared ? 1 : 0;
      }
      compared.add(document.withSegments(outcomes));
    }
    return compared;
  }

  /** Returns a segment that has a target, as the checks see it. */
  private Optional<CheckedSegment> checked(DocumentResult document, SegmentOutcome outcome) {
    boolean hasTarget =
        switch (outcome.fate()) {
          case TRANSLATED, REUSED -> true;
          case SKIPPED -> !outcome.target().equals(outcome.segment().source());
          case KEPT_AS_SOURCE -> false;
        };
    return hasTarget
        ? Optional.of(
            new CheckedSegment(
                outcome.segment(),
                outcome.target(),
                document.sourceLanguage(),
                targetLanguage,
                List.of()))
        : Optional.empty();
  }
}
