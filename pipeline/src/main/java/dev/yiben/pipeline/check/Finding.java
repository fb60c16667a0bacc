package dev.yiben.pipeline.check;

import java.util.Optional;

/**
 * What a check found in a target.
 *
 * @param id stable id of the check, such as {@code TAG-001}
 * @param severity how bad it is
 * @param message what is wrong, in one line; a model is told the same
 * @param suppressed why it does not count, if a person has said so
 */
public record Finding(String id, Severity severity, String message, Optional<String> suppressed) {
  /** Creates a finding that counts. */
  public Finding(String id, Severity severity, String message) {
    this(id, severity, message, Optional.empty());
  }

  /** Returns whether a person has said that it does not count. */
  public boolean isSuppressed() {
    return suppressed.isPresent();
  }

  /** Returns this finding as one that does not count. */
  public Finding suppressedFor(String reason) {
    return new Finding(id, severity, message, Optional.of(reason));
  }
}
