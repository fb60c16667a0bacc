package dev.yiben.inference.download;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Pauses after failures in a row, longer each time, until it is used up. */
final class Patience {
  private final Pace pace;
  private final RemoteAddress address;
  private final Consumer<String> notices;
  private int failures;

  Patience(Pace pace, RemoteAddress address, Consumer<String> notices) {
    this.pace = pace;
    this.address = address;
    this.notices = notices;
  }

  /** Something came: failures before do not count. */
  void renew() {
    failures = 0;
  }

  /** Pauses after a connection failed, or throws if it has too often. */
  void after(IOException failure) throws InterruptedException {
    String reason = address + ": " + reason(failure);
    pause(
        reason,
        Optional.empty(),
        new InferenceException(Category.BACKEND_TRANSIENT, reason, failure));
  }

  /** Pauses after a refusal that may pass, or throws it if it will not, or has come too often. */
  void after(InferenceException refusal) throws InterruptedException {
    if (refusal.category() != Category.BACKEND_TRANSIENT) {
      throw refusal;
    }
    pause(String.valueOf(refusal.getMessage()), refusal.retryAfter(), refusal);
  }

  private void pause(String reason, Optional<Duration> asked, InferenceException failure)
      throws InterruptedException {
    failures++;
    Duration pause = asked.orElseGet(() -> pace.pause(failures));
    if (pause.compareTo(pace.longestPause()) > 0) {
      throw new InferenceException(
          Category.BACKEND_TRANSIENT,
          reason
              + ", and asks to wait "
              + pause.toMinutes()
              + " minutes; what is there stays, and the same command goes on later",
          failure);
    }
    if (failures >= pace.tries()) {
      throw new InferenceException(
          Category.BACKEND_TRANSIENT,
          reason + ", " + failures + " times; what is there stays, and the same command goes on",
          failure);
    }
    notices.accept(reason + "; trying again in " + Math.max(1, pause.toSeconds()) + " s");
    Thread.sleep(pause.toMillis());
  }

  private static String reason(IOException failure) {
    if (failure instanceof java.net.http.HttpTimeoutException) {
      return "the server does not answer";
    }
    Throwable cause = failure;
    while (cause.getCause() != null && cause.getMessage() == null) {
      cause = cause.getCause();
    }
    if (cause instanceof java.nio.channels.UnresolvedAddressException) {
      return "the name of the server is unknown (is the network up?)";
    }
    if (failure instanceof java.net.ConnectException) {
      return "the server cannot be reached";
    }
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}
