package dev.yiben.pipeline.interchange;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a target has come; the later, the further. */
public enum ReviewState {
  /** There is no target yet. */
  UNTRANSLATED,
  /** The engine has given no target that could be accepted. */
  KEPT_AS_SOURCE,
  /** The document had the target before. */
  EXISTING,
  /** The target of another segment with the same source serves again. */
  REUSED,
  /** An engine or a person has translated it. */
  TRANSLATED,
  /** A person has looked at it. */
  REVIEWED,
  /** A person has signed it off. */
  FINAL;

  /** Returns whether a person stands for the target. */
  boolean isConfirmed() {
    return compareTo(REVIEWED) >= 0;
  }

  /** Returns whether there is no target as yet. */
  boolean isOpen() {
    return compareTo(KEPT_AS_SOURCE) <= 0;
  }

  /** Returns the state of a name, whatever its case. */
  static Optional<ReviewState> named(String name) {
    String wanted = name.strip().toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    return Arrays.stream(values()).filter(state -> state.toString().equals(wanted)).findFirst();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
