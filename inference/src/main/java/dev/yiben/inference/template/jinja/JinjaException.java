package dev.yiben.inference.template.jinja;

/** A template is wrong, refuses what it is given, or goes beyond its bounds. */
public final class JinjaException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean located;

  JinjaException(String message) {
    super(message);
    located = false;
  }

  private JinjaException(int line, JinjaException cause) {
    super("line " + line + ": " + cause.getMessage(), cause);
    located = true;
  }

  /** Returns the same with its place in the template, unless it has one. */
  JinjaException at(int line) {
    return located ? this : new JinjaException(line, this);
  }
}
