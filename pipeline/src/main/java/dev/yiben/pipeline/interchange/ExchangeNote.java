package dev.yiben.pipeline.interchange;

import java.util.Locale;

/**
 * What a reviewer should know of a segment.
 *
 * @param kind what it is about
 * @param text in one line
 */
record ExchangeNote(Kind kind, String text) {
  /** What a note is about. */
  enum Kind {
    /** What the segment is in its document. */
    CONTEXT,
    /** A glossary term in the source. */
    TERM,
    /** What a check has found in the target, or why there is none. */
    FINDING;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
