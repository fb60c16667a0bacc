package dev.yiben.cli;

import java.io.PrintStream;

/** Writes to the user, line by line; a status line at the bottom only where that is a terminal. */
final class Console {
  /** How much is told. */
  enum Verbosity {
    QUIET,
    NORMAL,
    VERBOSE
  }

  private static final String CLEAR_LINE = "\r\u001b[K";
  private static final String RED = "\u001b[1;31m";
  private static final String YELLOW = "\u001b[33m";
  private static final String PLAIN = "\u001b[0m";

  private final PrintStream err;
  private final Verbosity verbosity;
  private final boolean color;
  private final int columns;
  private String status = "";

  Console(PrintStream err, Verbosity verbosity, boolean color, int columns) {
    this.err = err;
    this.verbosity = verbosity;
    this.color = color;
    this.columns = columns;
  }

  /** Returns the width for the status line; 0 where none is shown. */
  int columns() {
    return verbosity == Verbosity.QUIET ? 0 : columns;
  }

  void error(String message) {
    line(color ? RED + "error:" + PLAIN + " " : "error: ", message);
  }

  void warning(String message) {
    if (verbosity != Verbosity.QUIET) {
      line(color ? YELLOW + "warning:" + PLAIN + " " : "warning: ", message);
    }
  }

  void info(String message) {
    if (verbosity != Verbosity.QUIET) {
      line("", message);
    }
  }

  void detail(String message) {
    if (verbosity == Verbosity.VERBOSE) {
      line("", message);
    }
  }

  synchronized void trace(Throwable failure) {
    clearStatus();
    failure.printStackTrace(err);
  }

  /** Shows the text below all lines until it is replaced; the empty text removes it. */
  synchronized void status(String text) {
    if (columns() > 0) {
      status = text;
      err.print(CLEAR_LINE + text);
      err.flush();
    }
  }

  private synchronized void line(String label, String message) {
    clearStatus();
    err.println(label + onOneLine(message));
    if (!status.isEmpty()) {
      err.print(status);
    }
    err.flush();
  }

  private void clearStatus() {
    if (!status.isEmpty()) {
      err.print(CLEAR_LINE);
    }
  }

  /** Messages quote file names and contents, which must not steer the terminal. */
  private static String onOneLine(String message) {
    StringBuilder clean = new StringBuilder();
    message
        .strip()
        .replaceAll("\\R", " ")
        .codePoints()
        .map(c -> Character.isISOControl(c) ? '\uFFFD' : c)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }
}
