package dev.yiben.formats.format.renpy;

/** A line cannot be read as the statement that it seems to be. */
final class ScriptError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ScriptError(String problem) {
    super(problem, null, false, false);
  }
}
