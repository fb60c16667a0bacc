package dev.yiben.cli;

import dev.yiben.pipeline.Fate;
import dev.yiben.pipeline.interchange.MergedDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is told of a document whose translations came back. */
final class MergeTexts {
  private MergeTexts() {}

  /** Returns how many translations were taken. */
  static long taken(MergedDocument merged) {
    return merged.result().count(Fate.TRANSLATED);
  }

  /** Returns how often each check has found something. */
  static Map<String, Long> findings(MergedDocument merged) {
    return merged.result().segments().stream()
        .flatMap(outcome -> outcome.findings().stream())
        .collect(
            Collectors.groupingBy(finding -> finding.id(), TreeMap::new, Collectors.counting()));
  }

  static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns what became of the document in one line. */
  static String summary(MergedDocument merged) {
    List<String> parts = new ArrayList<>();
    parts.add(taken(merged) + " translations taken");
    if (!merged.confirmed().isEmpty()) {
      parts.add(merged.confirmed().size() + " of them new, changed or signed off");
    }
    if (!merged.refused().isEmpty()) {
      parts.add(merged.refused().size() + " not taken");
    }
    if (merged.untranslated() > 0) {
      parts.add(merged.untranslated() + " segments without one");
    }
    Map<String, Long> findings = findings(merged);
    if (!findings.isEmpty()) {
      parts.add(
          "findings: "
              + findings.entrySet().stream()
                  .map(entry -> entry.getKey() + " × " + entry.getValue())
                  .collect(Collectors.joining(", ")));
    }
    return String.join(", ", parts);
  }
}
