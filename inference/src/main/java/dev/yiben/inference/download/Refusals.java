package dev.yiben.inference.download;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import java.time.Duration;
import java.time.Instant;

/** Turns answers that are no file into what the caller should do. */
final class Refusals {
  /** Servers that are overloaded and do not say for how long. */
  private static final Duration USUAL_WAIT = Duration.ofSeconds(5);

  private Refusals() {}

  static InferenceException of(RemoteAddress address, Answer answer) {
    String said = address + ": the server answers " + answer.status();
    return switch (answer.status()) {
      case 401, 403 ->
          new InferenceException(
              Category.USER,
              address
                  + ": access is refused ("
                  + answer.status()
                  + answer.errorCode().map(code -> ", " + code.replaceAll("\\W", "")).orElse("")
                  + "); "
                  + address.refused());
      case 404, 410 ->
          new NotFoundException(address + ": there is no such file (" + answer.status() + ")");
      case 407 ->
          new InferenceException(
              Category.USER,
              said
                  + ": the proxy wants a user and password, as in HTTPS_PROXY=http://user:password@host:port");
      case 408, 425, 500, 502, 503, 504 ->
          answer
              .retryAfter(Instant.now())
              .map(wait -> InferenceException.retryAfter(said, wait))
              .orElseGet(() -> new InferenceException(Category.BACKEND_TRANSIENT, said));
      case 429 ->
          InferenceException.retryAfter(
              said + " (too many requests)", answer.retryAfter(Instant.now()).orElse(USUAL_WAIT));
      default -> new InferenceException(Category.BACKEND_PERMANENT, said + " instead of the file");
    };
  }

  static InferenceException page(RemoteAddress address) {
    return new InferenceException(
        Category.USER,
        address
            + ": the server sent a web page instead of a model (a page to log in?); give the address"
            + " of the file itself");
  }
}
