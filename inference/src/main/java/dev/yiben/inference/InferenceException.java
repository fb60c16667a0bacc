package dev.yiben.inference;

import java.time.Duration;
import java.util.Optional;

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
  private final Duration retryAfter;

  /** Creates an exception whose message says what is wrong and what to do, in one line. */
  public InferenceException(Category category, String message) {
    super(message);
    this.category = category;
    this.retryAfter = null;
  }

  /** Creates an exception with the fault that led to it. */
  public InferenceException(Category category, String message, Throwable cause) {
    super(message, cause);
    this.category = category;
    this.retryAfter = null;
  }

  private InferenceException(String message, Duration retryAfter) {
    super(message);
    this.category = Category.BACKEND_TRANSIENT;
    this.retryAfter = retryAfter;
  }

  /** Creates a transient exception for a back-end that said how long to wait. */
  public static InferenceException retryAfter(String message, Duration wait) {
    return new InferenceException(message, wait);
  }

  /** Returns what the caller should do. */
  public Category category() {
    return category;
  }

  /** Returns how long the back-end asked to wait before the next request, if it did. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
