package dev.yiben.pipeline.report;

import dev.yiben.pipeline.check.QaChecks;
import dev.yiben.pipeline.check.Severity;
import dev.yiben.pipeline.pair.PairRule;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** What is known of the ids that findings have. */
final class KnownRules {
  private final Map<String, Rule> rules = new HashMap<>();

  /**
   * What a finding's id stands for.
   *
   * @param finds in a few words that begin in lower case
   * @param severity unless the user chose another
   */
  record Rule(String finds, Severity severity) {}

  KnownRules() {
    QaChecks.rules().forEach(rule -> add(rule.id(), rule.finds(), rule.severity()));
    Arrays.stream(PairRule.values())
        .forEach(rule -> add(rule.id(), rule.finds(), rule.defaultSeverity()));
    add(
        FileProblems.KEPT_AS_SOURCE,
        "a segment that should have been translated and kept its source",
        Severity.ERROR);
    add(FileProblems.FAILED, "a file that could not be read or written", Severity.ERROR);
  }

  private void add(String id, String finds, Severity severity) {
    rules.put(id, new Rule(finds, severity));
  }

  /** Returns what is known of an id; of one that belongs to a format, what it was used for. */
  Rule of(FileProblem problem) {
    return rules.getOrDefault(
        problem.finding().id(),
        new Rule("a fault in a translation of its format", problem.finding().severity()));
  }
}
