package dev.yiben.formats.format.renpy;

import dev.yiben.formats.format.Problem.Severity;

/** What can be wrong with a translation of a game; {@code docs/checks.md} tells users. */
enum RenpyCheck {
  UNKNOWN_TAG(
      1, Severity.ERROR, "%s is a tag that the engine does not know; spell it as the source"),
  OPEN_TAG(2, Severity.ERROR, "%s is never closed; close it"),
  CROSSED_TAG(3, Severity.ERROR, "%s closes before a tag that was opened in it; swap them"),
  EXTRA_CLOSE(4, Severity.ERROR, "%s closes no tag; remove it"),
  BROKEN_TAG(5, Severity.ERROR, "%s begins a tag that is empty or has no }; write {{ for a brace"),
  BROKEN_VARIABLE(
      6, Severity.ERROR, "%s begins a variable that cannot be read; write [[ for a bracket"),
  UNKNOWN_VARIABLE(7, Severity.ERROR, "[%s] is neither in the source nor known to the game"),
  OTHER_VARIABLE(7, Severity.WARNING, "[%s] is not in the source"),
  LOST_VARIABLE(8, Severity.WARNING, "%s of the source is missing"),
  LOST_TAG(9, Severity.WARNING, "the tag {%s} of the source is missing"),
  BROKEN_PERCENT(
      10, Severity.ERROR, "%s is read as a substitution that fails; write %%%% for a percent sign"),
  OTHER_SUBSTITUTION(11, Severity.ERROR, "%s is not in the source"),
  LINE_END(
      12, Severity.WARNING, "the string runs over the end of a line; write \\n for a new line"),
  EMPTY(13, Severity.ERROR, "the translation is empty, so that nothing is shown; fill it"),
  UNREADABLE(20, Severity.ERROR, "%s"),
  UNPAIRED_STRING(21, Severity.ERROR, "%s"),
  DOUBLED_STRING(22, Severity.ERROR, "the string is translated before, in %s; remove one"),
  INNER_QUOTES(
      24,
      Severity.ERROR,
      "quotes in the text end it, so that %s is taken for who speaks; write \\\""),
  STRAY_QUOTES(24, Severity.ERROR, "quotes in the text end it; write \\\" for them"),
  UNKNOWN_SPEAKER(
      25, Severity.ERROR, "nobody is called %s in the game; name who speaks as the source"),
  OTHER_SPEAKER(26, Severity.WARNING, "%s"),
  ORPHAN(27, Severity.WARNING, "the game says nothing of this id: %s"),
  UNUSED_STRING(28, Severity.WARNING, "the game has no such string; it was changed or removed"),
  DOUBLED_BLOCK(29, Severity.ERROR, "the same is translated before, in %s; remove one"),
  STALE(30, Severity.WARNING, "its source was changed since: its comment gives the id %s"),
  SAYS_NOTHING(31, Severity.ERROR, "nothing is said, in the source it is: %s"),
  SAYS_LESS(31, Severity.WARNING, "less is said than in the source; missing may be: %s");

  private final int number;
  private final Severity severity;
  private final String message;

  RenpyCheck(int number, Severity severity, String message) {
    this.number = number;
    this.severity = severity;
    this.message = message;
  }

  String id() {
    return "RPY-%03d".formatted(number);
  }

  Severity severity() {
    return severity;
  }

  /** Returns what is wrong, of a subject that some checks do not name. */
  String message(String subject) {
    return message.formatted(subject);
  }
}
