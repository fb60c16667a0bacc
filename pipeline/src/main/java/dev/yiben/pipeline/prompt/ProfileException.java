package dev.yiben.pipeline.prompt;

/**
 * There is no such prompt profile, or a file is none; the user can mend it.
 *
 * <p>The message names file and line, what is wrong and what to do, in one line.
 */
public final class ProfileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ProfileException(String message) {
    super(message);
  }

  ProfileException(String message, Throwable cause) {
    super(message, cause);
  }
}
