package dev.yiben.pipeline.suppression;

import dev.yiben.pipeline.DocumentResult;
import dev.yiben.pipeline.JobResult;
import dev.yiben.pipeline.SegmentOutcome;
import dev.yiben.pipeline.check.Finding;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The suppressions of a run; remembers which of them were of use. */
public final class Suppressions {
  private final List<Suppression> holding;
  private final List<Suppression> ended;
  private final Set<Suppression> about = new LinkedHashSet<>();
  private final Set<Suppression> used = new LinkedHashSet<>();

  /**
   * Creates the suppressions of a run.
   *
   * @param today on which day it runs, since some hold only for a time
   */
  public Suppressions(List<Suppression> all, LocalDate today) {
    holding = all.stream().filter(one -> !one.hasEnded(today)).toList();
    ended = all.stream().filter(one -> one.hasEnded(today)).toList();
  }

  /** Returns a job whose findings say so where they do not count. */
  public JobResult apply(JobResult job) {
    return new JobResult(
        job.documents().stream().map(this::apply).toList(), job.estimatedTime(), job.terms());
  }

  /** Returns a document whose findings say so where they do not count. */
  public DocumentResult apply(DocumentResult document) {
    List<Suppression> here = about(document.input(), document.output());
    if (here.isEmpty()) {
      return document;
    }
    return document.withSegments(
        document.segments().stream().map(outcome -> apply(outcome, here)).toList());
  }

  /** Returns a finding in a file, that says so if it does not count. */
  public Finding apply(Finding finding, Path file, String segment, String source, String target) {
    return marked(finding, about(file, file), segment, source, target);
  }

  /** Returns those that were about files of the run, but about no finding, one line each. */
  public List<String> unused() {
    return Stream.concat(
            about.stream()
                .filter(one -> holding.contains(one) && !used.contains(one))
                .map(one -> one.place() + ": suppresses nothing any more; remove it"),
            used.stream()
                .filter(ended::contains)
                .map(
                    one ->
                        one.place()
                            + ": has ended on "
                            + one.until().get()
                            + ", so that what it suppressed counts again"))
        .toList();
  }

  private List<Suppression> about(Path input, Path output) {
    List<Suppression> here =
        Stream.concat(holding.stream(), ended.stream())
            .filter(one -> one.isAbout(input) || one.isAbout(output))
            .toList();
    about.addAll(here);
    return here;
  }

  private SegmentOutcome apply(SegmentOutcome outcome, List<Suppression> here) {
    if (outcome.findings().isEmpty()) {
      return outcome;
    }
    String source = outcome.segment().source().plainText();
    String target = outcome.target().plainText();
    List<Finding> findings = new ArrayList<>();
    for (Finding finding : outcome.findings()) {
      findings.add(marked(finding, here, outcome.segment().id().value(), source, target));
    }
    return outcome.withOtherFindings(findings);
  }

  private Finding marked(
      Finding finding, List<Suppression> here, String segment, String source, String target) {
    Optional<Suppression> first = Optional.empty();
    for (Suppression one : here) {
      if (one.isAbout(finding, segment, source, target)) {
        used.add(one);
        if (first.isEmpty() && holding.contains(one)) {
          first = Optional.of(one);
        }
      }
    }
    return first.map(one -> finding.suppressedFor(one.reason())).orElse(finding);
  }
}
