package dev.yiben.glossary;

import java.nio.file.Path;

/**
 * A glossary cannot be used as it is; the caller stops and shows the message, which the user mends.
 *
 * <p>The message is one line: file, line or term, what is wrong and what to do.
 */
public final class GlossaryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates an exception about a term, or one without a place. */
  public GlossaryException(String problem) {
    super(oneLine(problem));
  }

  /** Creates an exception about a whole file. */
  public GlossaryException(Path file, String problem) {
    super(file + ": " + oneLine(problem));
  }

  /**
   * Creates an exception about a place in a file.
   *
   * @param line counted from 1
   */
  public GlossaryException(Path file, int line, String problem) {
    super(file + ":" + line + ": " + oneLine(problem));
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s*\\R\\s*", " ");
  }
}
