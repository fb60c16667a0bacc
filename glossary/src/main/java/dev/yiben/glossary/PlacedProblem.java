package dev.yiben.glossary;

/** What is wrong at a line of a file whose name the catcher knows. */
final class PlacedProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int line;

  PlacedProblem(int line, String problem) {
    super(problem, null, false, false);
    this.line = line;
  }

  int line() {
    return line;
  }
}
