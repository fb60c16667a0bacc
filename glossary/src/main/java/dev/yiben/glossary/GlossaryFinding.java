package dev.yiben.glossary;

import java.nio.file.Path;

/**
 * Something about a glossary that is wrong or may be.
 *
 * @param line counted from 1; 0 for the whole file
 * @param message one line: what it is about, what to do
 */
public record GlossaryFinding(Kind kind, Path file, int line, String message) {

  /** How bad a finding is. */
  public enum Severity {
    /** The glossary cannot be used, or contradicts itself. */
    ERROR,
    /** An entry has no effect or not the one that it seems to have. */
    WARNING,
    /** It may well be meant. */
    INFO
  }

  /** What is found, under stable ids. */
  public enum Kind {
    /** What the reader does not take, such as an unknown key. */
    INVALID("GLO-001", Severity.ERROR),
    /** Two terms of one source with different targets, of which one is never used. */
    CONFLICT("GLO-002", Severity.WARNING),
    /** Two terms of one source with the same target. */
    DUPLICATE("GLO-003", Severity.INFO),
    /** A term within a longer one, whose target lacks that of the shorter. */
    CONTAINED("GLO-004", Severity.INFO),
    /** A term, pattern or replacement that nothing in the texts matches. */
    UNUSED("GLO-005", Severity.WARNING),
    /** A text that is both wanted and forbidden. */
    FORBIDDEN_TARGET("GLO-006", Severity.ERROR),
    /** A variable or tag of a source that its target lacks. */
    LOST_PLACEHOLDER("GLO-007", Severity.WARNING),
    /** An example that does not honour the terms. */
    EXAMPLE("GLO-008", Severity.INFO);

    private final String id;
    private final Severity severity;

    Kind(String id, Severity severity) {
      this.id = id;
      this.severity = severity;
    }

    /** Returns its stable id. */
    public String id() {
      return id;
    }

    /** Returns how bad it is. */
    public Severity severity() {
      return severity;
    }
  }
}
