package dev.yiben.pipeline.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The checks of a job with their severities. */
public final class QaChecks {
  private static final List<QaCheck> STRUCTURAL = List.of(new CodeCheck(), new EmptyCheck());
  private static final List<QaCheck> LINGUISTIC =
      List.of(
          new CopyCheck(),
          new BrokenCharacterCheck(),
          new ResidueCheck(),
          new LengthCheck(),
          new RoomCheck(),
          new LinesCheck(),
          new CutCheck(),
          new NumberCheck(),
          new GlossaryCheck());
  private static final List<QaCheck> ALL =
      Stream.of(STRUCTURAL, LINGUISTIC).flatMap(List::stream).toList();

  private static final List<CrossCheck> CROSS = List.of();

  private static final String LOW_CONFIDENCE = "CNF-001";

  private final List<QaCheck> checks;
  private final Map<String, Severity> severities;

  private QaChecks(List<QaCheck> checks, Map<String, Severity> severities) {
    this.checks = checks;
    this.severities = severities;
  }

  /** Returns all checks with the user's severities. */
  public static QaChecks all(Map<String, Severity> severities) {
    return new QaChecks(ALL, Map.copyOf(severities));
  }

  /** Returns the checks of structure only, for answers that are no translations. */
  public static QaChecks structural() {
    return new QaChecks(STRUCTURAL, Map.of());
  }

  /** Returns the ids of all checks. */
  public static Set<String> ids() {
    return ALL.stream().map(QaCheck::id).collect(Collectors.toUnmodifiableSet());
  }

  /** Returns what all checks find that are not off. */
  public List<Finding> check(CheckedSegment segment) {
    List<Finding> findings = new ArrayList<>();
    for (QaCheck check : checks) {
      // A file with broken codes cannot be rebuilt, whatever the user prefers.
      Severity severity =
          STRUCTURAL.contains(check)
              ? check.defaultSeverity()
              : severities.getOrDefault(check.id(), check.defaultSeverity());
      if (severity != Severity.OFF) {
        check
            .check(segment)
            .forEach(problem -> findings.add(new Finding(check.id(), severity, problem)));
      }
    }
    return findings;
  }

  /**
   * Returns what the checks that compare segments find that are not off, by index of the segment.
   *
   * @param segments all segments that have targets, of all files of a job, in their order
   */
  public SortedMap<Integer, List<Finding>> checkTogether(List<CheckedSegment> segments) {
    SortedMap<Integer, List<Finding>> findings = new TreeMap<>();
    for (CrossCheck check : CROSS) {
      Severity severity = severities.getOrDefault(check.id(), check.defaultSeverity());
      if (severity != Severity.OFF) {
        check
            .check(segments)
            .forEach(
                (index, problems) ->
                    problems.forEach(
                        problem ->
                            findings
                                .computeIfAbsent(index, key -> new ArrayList<>())
                                .add(new Finding(check.id(), severity, problem))));
      }
    }
    return findings;
  }

  /** Returns whether a target with these findings is refused. */
  public static boolean refuses(List<Finding> findings) {
    return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
  }

  /** Returns whether a target with these findings should be looked at again by who has the time. */
  public static boolean worthReviewing(List<Finding> findings) {
    return findings.stream()
        .anyMatch(
            finding ->
                finding.severity().compareTo(Severity.WARNING) >= 0
                    || finding.id().equals(LOW_CONFIDENCE));
  }

  /** Returns whether a target with these findings was cut off where its room ended. */
  public static boolean isCut(List<Finding> findings) {
    return findings.stream().anyMatch(finding -> finding.id().equals(CutCheck.ID));
  }

  /** Returns whether a target with these findings may come out better if asked for again. */
  public boolean worthAskingAgain(List<Finding> findings) {
    Set<String> ids = findings.stream().map(Finding::id).collect(Collectors.toSet());
    return checks.stream().anyMatch(check -> check.worthAskingAgain() && ids.contains(check.id()));
  }
}
