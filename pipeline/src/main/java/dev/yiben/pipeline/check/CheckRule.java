package dev.yiben.pipeline.check;

/**
 * What is the same for all findings of a check.
 *
 * @param id stable id, such as {@code TAG-001}
 * @param severity how bad they are unless the user says otherwise
 * @param worthAskingAgain whether a model is likely to mend the fault when told of it: the segment
 *     is then asked again once, even if the finding alone would not refuse it
 * @param finds what the check finds, in a few words that begin in lower case
 */
public record CheckRule(String id, Severity severity, boolean worthAskingAgain, String finds) {

  /** Creates the rule of a check whose findings refuse a target. */
  static CheckRule error(String id, String finds) {
    return new CheckRule(id, Severity.ERROR, false, finds);
  }

  /** Creates the rule of a check whose findings are likely to be faults. */
  static CheckRule warning(String id, String finds) {
    return new CheckRule(id, Severity.WARNING, false, finds);
  }

  /** Creates the rule of a check whose findings are likely to be faults that a model can mend. */
  static CheckRule askedAgain(String id, String finds) {
    return new CheckRule(id, Severity.WARNING, true, finds);
  }

  /** Creates the rule of a check whose findings are worth a look. */
  static CheckRule info(String id, String finds) {
    return new CheckRule(id, Severity.INFO, false, finds);
  }
}
