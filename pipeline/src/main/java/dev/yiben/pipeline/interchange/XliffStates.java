package dev.yiben.pipeline.interchange;

/** The states of targets in XLIFF 1.2 and 2.x. */
final class XliffStates {
  private XliffStates() {}

  /** Returns the state that an attribute names; one that is unknown or missing says little. */
  static ReviewState of(String name) {
    if (name == null) {
      return ReviewState.UNTRANSLATED;
    }
    return switch (name) {
      case "initial", "new", "needs-translation", "needs-adaptation", "needs-l10n" ->
          ReviewState.UNTRANSLATED;
      case "reviewed", "signed-off" -> ReviewState.REVIEWED;
      case "final" -> ReviewState.FINAL;
      default -> ReviewState.TRANSLATED;
    };
  }
}
