package dev.yiben.pipeline.pair;

import dev.yiben.pipeline.check.Finding;
import dev.yiben.pipeline.check.Severity;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be wrong with what belongs together in a file and its translation. */
public enum PairRule {
  /** A segment of the source is left out. */
  NO_TARGET("PAIR-001", Severity.ERROR, "a segment of the source that has none in the translation"),
  /** A segment of the translation translates nothing. */
  NO_SOURCE(
      "PAIR-002", Severity.WARNING, "a segment of the translation that has none in the source"),
  /** Two segments of one side stand for one of the other. */
  JOINED("PAIR-003", Severity.INFO, "two segments that are one on the other side"),
  /** A source file has no translation. */
  NO_TARGET_FILE("PAIR-004", Severity.ERROR, "a source file that has no translation"),
  /** A translation has no source file. */
  NO_SOURCE_FILE("PAIR-005", Severity.WARNING, "a translation that has no source file");

  private final String id;
  private final Severity severity;
  private final String finds;

  PairRule(String id, Severity severity, String finds) {
    this.id = id;
    this.severity = severity;
    this.finds = finds;
  }

  /** Returns the stable id, such as {@code PAIR-001}. */
  public String id() {
    return id;
  }

  /** Returns the severity unless the user chose another. */
  public Severity defaultSeverity() {
    return severity;
  }

  /** Returns what it finds, in a few words. */
  public String finds() {
    return finds;
  }

  /** Returns the ids of all rules. */
  public static Set<String> ids() {
    return Arrays.stream(values()).map(PairRule::id).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Returns the finding of a rule, unless it is off.
   *
   * @param severities the user's severities by id
   */
  public Optional<Finding> finding(Map<String, Severity> severities, String message) {
    Severity chosen = severities.getOrDefault(id, severity);
    return chosen == Severity.OFF
        ? Optional.empty()
        : Optional.of(new Finding(id, chosen, message));
  }
}
