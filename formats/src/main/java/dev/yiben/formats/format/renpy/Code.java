package dev.yiben.formats.format.renpy;

/** How the engine writes a statement that can be in a translation. */
final class Code {
  private Code() {}

  /** Returns a statement that is said or registered as it is. */
  static String of(Statement statement) {
    if (statement instanceof Statement.Said said) {
      return said.say().code(said.what().text());
    }
    if (statement instanceof Statement.Custom custom) {
      return custom.code();
    }
    throw new IllegalArgumentException("Never in a translation: " + statement);
  }
}
