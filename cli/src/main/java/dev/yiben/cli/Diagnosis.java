package dev.yiben.cli;

import java.util.Optional;

/**
 * What was found of one thing that translating needs.
 *
 * @param subject the thing, in a word or two
 * @param text what it is like
 * @param fix what to do, if it is not as it should be
 */
record Diagnosis(String subject, Verdict verdict, String text, Optional<String> fix) {
  /** How it is; the worst last. */
  enum Verdict {
    OK("ok"),
    WARNING("warning"),
    /** Something but the engine keeps from working. */
    PROBLEM("problem"),
    /** The engine cannot work. */
    ENGINE_PROBLEM("problem");

    private final String word;

    Verdict(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  static Diagnosis ok(String subject, String text) {
    return new Diagnosis(subject, Verdict.OK, text, Optional.empty());
  }

  static Diagnosis warning(String subject, String text, String fix) {
    return new Diagnosis(subject, Verdict.WARNING, text, Optional.of(fix));
  }

  static Diagnosis problem(String subject, String text, String fix) {
    return new Diagnosis(subject, Verdict.PROBLEM, text, Optional.of(fix));
  }

  /** Returns a problem whose text says what to do itself. */
  static Diagnosis engineProblem(String subject, String text) {
    return new Diagnosis(subject, Verdict.ENGINE_PROBLEM, text, Optional.empty());
  }
}
