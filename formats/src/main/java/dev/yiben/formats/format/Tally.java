package dev.yiben.formats.format;

import java.util.HashMap;
import java.util.Map;

/** Counts characters while a document is read. */
public final class Tally {
  private final Map<String, Long> outside = new HashMap<>();
  private long total;

  /** Counts text of the file. */
  public void text(CharSequence text) {
    total += Coverage.characters(text);
  }

  /** Counts text of the file, which was counted already, as outside of segments. */
  public void outside(String rule, CharSequence text) {
    long characters = Coverage.characters(text);
    if (characters > 0) {
      outside.merge(rule, characters, Long::sum);
    }
  }

  /** Adds what was counted within a text, the rest of which is markup. */
  public void within(CharSequence text, Tally inner) {
    long markup = Math.max(0, Coverage.characters(text) - inner.total);
    total += inner.total + markup;
    inner.outside.forEach((rule, count) -> outside.merge(rule, count, Long::sum));
    outside.merge("escaped-markup", markup, Long::sum);
  }

  /** Returns what was counted. */
  public Coverage coverage() {
    return new Coverage(total, outside);
  }
}
