package dev.yiben.formats.block;

import dev.yiben.formats.format.Coverage;
import java.util.HashMap;
import java.util.Map;

/** Counts characters while a document is read. */
final class Tally {
  private final Map<String, Long> outside = new HashMap<>();
  private long total;

  void text(CharSequence text) {
    total += Coverage.characters(text);
  }

  void outside(String rule, CharSequence text) {
    long characters = Coverage.characters(text);
    if (characters > 0) {
      outside.merge(rule, characters, Long::sum);
    }
  }

  /** Adds what was counted within a text, the rest of which is markup. */
  void within(CharSequence text, Tally inner) {
    long markup = Math.max(0, Coverage.characters(text) - inner.total);
    total += inner.total + markup;
    inner.outside.forEach((rule, count) -> outside.merge(rule, count, Long::sum));
    outside.merge("escaped-markup", markup, Long::sum);
  }

  Coverage coverage() {
    return new Coverage(total, outside);
  }
}
