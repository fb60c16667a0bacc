package dev.yiben.formats.format.xlsx;

import java.util.Optional;

/** What becomes of the text of a cell; of a string that several cells show, the first of these. */
enum Fate {
  TRANSLATED(""),
  HIDDEN("hidden"),
  NOT_CHOSEN("not-chosen"),
  FORMULA_RESULT("formula-result");

  private final String rule;

  Fate(String rule) {
    this.rule = rule;
  }

  /**
   * Returns whether a cell keeps its text where others that share it are translated; hidden ones
   * follow, since what is seen is often compared with them.
   */
  boolean keepsText() {
    return switch (this) {
      case NOT_CHOSEN, FORMULA_RESULT -> true;
      case TRANSLATED, HIDDEN -> false;
    };
  }

  /** Returns the rule by which the text stays; nothing if it is translated. */
  Optional<String> rule() {
    return rule.isEmpty() ? Optional.empty() : Optional.of(rule);
  }
}
