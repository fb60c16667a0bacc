package dev.yiben.pipeline.report;

import dev.yiben.pipeline.DocumentResult;
import dev.yiben.pipeline.Fate;
import dev.yiben.pipeline.SegmentOutcome;
import dev.yiben.pipeline.check.Finding;
import dev.yiben.pipeline.check.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** What is wrong with translated or checked files, as a flat list. */
public final class FileProblems {
  /** A segment that should have been translated and was not. */
  public static final String KEPT_AS_SOURCE = "RUN-001";

  /** A file that failed. */
  public static final String FAILED = "RUN-002";

  private FileProblems() {}

  /** Returns the problems of a file, in its order. */
  public static List<FileProblem> of(DocumentResult document) {
    List<FileProblem> problems = new ArrayList<>();
    document
        .failure()
        .ifPresent(
            failure ->
                problems.add(
                    new FileProblem(
                        new Finding(FAILED, Severity.ERROR, failure),
                        document.output(),
                        OptionalInt.empty(),
                        "",
                        "",
                        "")));
    LineFinder lines = document.segments().isEmpty() ? null : LineFinder.of(document.output());
    for (SegmentOutcome outcome : document.segments()) {
      OptionalInt line = lines.line(outcome.target());
      if (outcome.fate() == Fate.KEPT_AS_SOURCE
          && document.status() != DocumentResult.Status.CHECKED) {
        problems.add(
            problem(
                document,
                outcome,
                line,
                new Finding(
                    KEPT_AS_SOURCE, Severity.ERROR, "kept its source: " + outcome.reason())));
      }
      outcome.findings().forEach(one -> problems.add(problem(document, outcome, line, one)));
    }
    return List.copyOf(problems);
  }

  private static FileProblem problem(
      DocumentResult document, SegmentOutcome outcome, OptionalInt line, Finding finding) {
    boolean translated = outcome.fate() != Fate.KEPT_AS_SOURCE;
    return new FileProblem(
        finding,
        document.output(),
        line,
        outcome.segment().id().value(),
        outcome.segment().source().marked(),
        translated ? outcome.target().marked() : "");
  }
}
