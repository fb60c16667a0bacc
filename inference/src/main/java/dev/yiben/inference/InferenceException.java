package dev.yiben.inference;

/** An engine cannot be had or did not answer; the category says what the caller should do. */
public class InferenceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What the caller should do. */
  public enum Category {
    /** The user must change an option or a file: stop the run with the message. */
    USER,
    /** Wait and try again. */
    BACKEND_TRANSIENT,
    /** Every request would fail: stop the run with the message. */
    BACKEND_PERMANENT,
    /** Memory or disk is short: stop the run with the message, which names the knob to turn. */
    RESOURCE
  }

  private final Category category;

  /** Creates an exception whose message says what is wrong and what to do, in one line. */
  public InferenceException(Category category, String message) {
    super(message);
    this.category = category;
  }

  /** Creates an exception with the fault that led to it. */
  public InferenceException(Category category, String message, Throwable cause) {
    super(message, cause);
    this.category = category;
  }

  /** Returns what the caller should do. */
  public Category category() {
    return category;
  }
}
