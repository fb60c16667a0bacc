package dev.yiben.pipeline;

/**
 * The job cannot start or go on, and the user can mend it: its folder is in use, an output exists.
 *
 * <p>The message says what is wrong and what to do, in one line.
 */
public class JobException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates an exception. */
  public JobException(String message) {
    super(message);
  }

  /** Creates an exception with the fault that led to it. */
  public JobException(String message, Throwable cause) {
    super(message, cause);
  }
}
