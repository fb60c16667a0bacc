package dev.yiben.cli;

/** The command line or a configuration file must be changed; the message is one line. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }

  UsageException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Requires an option's number to be in its range. */
  static void requireAtLeast(int least, String option, int value) {
    if (value < least) {
      throw new UsageException(option + " must be at least " + least + ", not " + value);
    }
  }
}
