package dev.yiben.cli;

import dev.yiben.pipeline.DocumentResult;
import dev.yiben.pipeline.Fate;
import dev.yiben.pipeline.JobResult;
import dev.yiben.pipeline.Usage;
import dev.yiben.pipeline.report.Cost;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Shows what a job would take, as a table for people. */
final class PlanTable {
  private PlanTable() {}

  /** Returns the lines of the table, or none if no file could be planned. */
  static List<String> of(LanguageTag language, JobResult plan, Optional<Cost> cost) {
    List<String> lines = new ArrayList<>();
    List<DocumentResult> documents =
        plan.documents().stream()
            .filter(document -> document.status() == DocumentResult.Status.PLANNED)
            .toList();
    if (documents.isEmpty()) {
      return lines;
    }
    lines.add(row("segments", "skipped", "requests", "tokens in", "tokens out", "file"));
    documents.forEach(document -> lines.add(row(document)));
    if (documents.size() > 1) {
      lines.add(
          row(
              sum(documents, Fate.TRANSLATED, Fate.REUSED),
              sum(documents, Fate.SKIPPED),
              plan.usage(),
              "in all"));
    }
    plan.estimatedTime()
        .map(ProgressBar::duration)
        .ifPresent(time -> lines.add("estimated time into " + language + ": " + time));
    cost.ifPresent(amount -> lines.add("estimated cost into " + language + ": " + amount));
    return lines;
  }

  private static String row(DocumentResult document) {
    return row(
        sum(List.of(document), Fate.TRANSLATED, Fate.REUSED),
        sum(List.of(document), Fate.SKIPPED),
        document.usage(),
        document.input().toString());
  }

  private static long sum(List<DocumentResult> documents, Fate... fates) {
    return documents.stream()
        .mapToLong(document -> List.of(fates).stream().mapToLong(document::count).sum())
        .sum();
  }

  private static String row(long segments, long skipped, Usage usage, String name) {
    return row(
        segments,
        skipped,
        usage.requests(),
        usage.tokens().prompt(),
        usage.tokens().generated(),
        name);
  }

  private static String row(Object... cells) {
    return String.format(Locale.ROOT, "%8s %8s %8s %10s %10s  %s", cells);
  }
}
