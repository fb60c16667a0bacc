package dev.yiben.cli;

import dev.yiben.pipeline.DocumentResult;
import dev.yiben.pipeline.Fate;
import dev.yiben.pipeline.JobResult;
import dev.yiben.pipeline.SegmentOutcome;
import dev.yiben.pipeline.check.Finding;
import dev.yiben.pipeline.check.Severity;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * From which finding on a finished job counts as incomplete.
 *
 * <p>Files that failed and segments that kept their source count always, unless nothing does;
 * findings that are suppressed never do.
 *
 * @param threshold findings of this severity or above; empty for none
 * @param ids findings of these checks, whatever their severity
 * @param never whether nothing counts
 */
record FailOn(Optional<Severity> threshold, Set<String> ids, boolean never) {
  private static final String NEVER = "never";

  FailOn {
    ids = Set.copyOf(ids);
  }

  /** Returns whether a job is incomplete. */
  boolean fails(JobResult result) {
    return !never && result.documents().stream().anyMatch(this::fails);
  }

  /** Returns whether a finding counts. */
  boolean fails(Finding finding) {
    boolean severe =
        threshold.filter(least -> finding.severity().compareTo(least) >= 0).isPresent();
    return !never && !finding.isSuppressed() && (severe || ids.contains(finding.id()));
  }

  private boolean fails(DocumentResult document) {
    boolean made = document.status() != DocumentResult.Status.CHECKED;
    return document.status() == DocumentResult.Status.FAILED
        || document.segments().stream().anyMatch(outcome -> fails(outcome, made));
  }

  private boolean fails(SegmentOutcome outcome, boolean made) {
    return (made && outcome.fate() == Fate.KEPT_AS_SOURCE)
        || outcome.findings().stream().anyMatch(this::fails);
  }

  /** Reads what the user wrote, such as {@code error} or {@code warning,LEN-002}. */
  static final class Converter implements ITypeConverter<FailOn> {
    @Override
    public FailOn convert(String value) {
      if (value.equalsIgnoreCase(NEVER)) {
        return new FailOn(Optional.empty(), Set.of(), true);
      }
      Optional<Severity> threshold = Optional.empty();
      Set<String> ids = new TreeSet<>();
      for (String word : value.split(",", -1)) {
        String name = word.strip();
        switch (name.toLowerCase(Locale.ROOT)) {
          case "info" -> threshold = Optional.of(Severity.INFO);
          case "warning" -> threshold = Optional.of(Severity.WARNING);
          case "error" -> threshold = Optional.of(Severity.ERROR);
          default -> {
            if (!CheckIds.isKnown(name)) {
              throw new TypeConversionException(
                  "'" + name + "' is neither info, warning, error or never nor the id of a check");
            }
            ids.add(name);
          }
        }
      }
      return new FailOn(threshold, ids, false);
    }
  }
}
