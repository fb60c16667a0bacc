package dev.yiben.pipeline.memory;

/**
 * A translation memory, or a file to go into it, cannot be used, and the user can mend that.
 *
 * <p>The message says what is wrong and what to do, in one line.
 */
public final class MemoryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates an exception. */
  public MemoryException(String message) {
    super(message);
  }

  /** Creates an exception with the fault that led to it. */
  public MemoryException(String message, Throwable cause) {
    super(message, cause);
  }
}
