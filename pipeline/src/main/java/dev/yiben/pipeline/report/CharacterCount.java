package dev.yiben.pipeline.report;

import dev.yiben.formats.format.Coverage;
import dev.yiben.pipeline.DocumentResult;
import dev.yiben.pipeline.Fate;
import dev.yiben.pipeline.SegmentOutcome;
import java.util.Map;
import java.util.TreeMap;

/**
 * Accounts for every character of a document's source: {@code total} is the sum of all others.
 *
 * @param total characters of text in the file
 * @param translated of segments that the model translated
 * @param reused of segments that took another's target
 * @param keptAsSource of segments that should have been translated and were not
 * @param skipped left as they are, by rule
 */
public record CharacterCount(
    long total, long translated, long reused, long keptAsSource, Map<String, Long> skipped) {
  public CharacterCount {
    skipped = Map.copyOf(skipped);
  }

  /** Counts the characters of a document that could be opened. */
  public static CharacterCount of(DocumentResult document) {
    Map<String, Long> skipped = new TreeMap<>();
    document.coverage().ifPresent(coverage -> skipped.putAll(coverage.outside()));
    for (SegmentOutcome outcome : document.segments()) {
      if (outcome.fate() == Fate.SKIPPED) {
        skipped.merge(outcome.reason(), characters(outcome), Long::sum);
      }
    }
    return new CharacterCount(
        document.coverage().map(Coverage::total).orElse(0L),
        sum(document, Fate.TRANSLATED),
        sum(document, Fate.REUSED),
        sum(document, Fate.KEPT_AS_SOURCE),
        skipped);
  }

  private static long sum(DocumentResult document, Fate fate) {
    return document.segments().stream()
        .filter(outcome -> outcome.fate() == fate)
        .mapToLong(CharacterCount::characters)
        .sum();
  }

  private static long characters(SegmentOutcome outcome) {
    return Coverage.characters(outcome.segment().source().plainText());
  }
}
