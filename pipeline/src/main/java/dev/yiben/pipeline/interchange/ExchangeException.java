package dev.yiben.pipeline.interchange;

/**
 * A file for review cannot be written or read; the caller tells the user.
 *
 * <p>The message says what is wrong and what to do, in one line.
 */
public class ExchangeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates an exception. */
  public ExchangeException(String message) {
    super(line(message));
  }

  /** Creates an exception with the fault that led to it. */
  public ExchangeException(String message, Throwable cause) {
    super(line(message), cause);
  }

  /** Files name places themselves, which may hold what would break the line. */
  private static String line(String message) {
    return message.replaceAll("\\R|\\p{Cntrl}", " ");
  }
}
