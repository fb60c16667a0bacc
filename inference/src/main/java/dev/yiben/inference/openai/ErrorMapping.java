package dev.yiben.inference.openai;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The one table from what an endpoint answers to what the caller should do. */
final class ErrorMapping {
  /** What a refusal is about; the first kind whose words or statuses fit. */
  enum Kind {
    TOO_LONG,
    WITHHELD,
    OUT_OF_MEMORY,
    KEY_REFUSED,
    NO_MONEY,
    NO_SUCH_MODEL,
    NOT_FOUND,
    BUSY,
    PASSING,
    REDIRECTED,
    FORBIDDEN,
    REFUSED
  }

  private static final HttpHeaders NO_HEADERS = HttpHeaders.of(Map.of(), (name, value) -> true);
  private static final int NEAR_NAMES = 5;

  private final EndpointAddress address;
  private final ApiKey key;
  private final Redaction redaction;
  private final RetryAfter retryAfter;

  ErrorMapping(EndpointAddress address, ApiKey key, Redaction redaction, Clock clock) {
    this.address = address;
    this.key = key;
    this.redaction = redaction;
    retryAfter = new RetryAfter(clock);
  }

  /** Returns what kind of refusal a response is. */
  static Kind kind(int status, ServerError error) {
    boolean limited =
        status == 400 || status == 413 || status == 422 || status == 500 || status == 0;
    if (limited
        && error.mentions(
            "context length",
            "context_length",
            "context size",
            "context window",
            "exceed_context_size",
            "maximum context",
            "prompt is too long",
            "input is too long",
            "too many tokens",
            "input length",
            "range of input length",
            "longer than the model's context")) {
      return Kind.TOO_LONG;
    }
    boolean aboutText = status == 400 || status == 403 || status == 422 || status == 451;
    if (aboutText
        && error.mentions(
            "content_filter",
            "contentfilter",
            "content management policy",
            "content_policy",
            "content policy",
            "data_inspection_failed",
            "datainspectionfailed",
            "content exists risk",
            "considered high risk",
            "input was flagged",
            "sensitivecontent",
            "敏感内容")) {
      return Kind.WITHHELD;
    }
    if (status >= 500
        && error.mentions("out of memory", "requires more system memory", "cudamalloc failed")) {
      return Kind.OUT_OF_MEMORY;
    }
    if (status == 402
        || (status < 500
            && error.mentions(
                "insufficient_quota",
                "insufficient balance",
                "insufficient_balance",
                "insufficient credit",
                "exceeded_current_quota",
                "credit balance is too low",
                "billing_hard_limit",
                "arrearage",
                "余额不足",
                "欠费"))) {
      return Kind.NO_MONEY;
    }
    if (status == 401
        || (status == 403 && error.mentions("api key", "api_key", "apikey", "api-key", "unauth"))
        || (status == 400
            && error.mentions(
                "api key not valid",
                "api_key_invalid",
                "invalid api key",
                "invalid_api_key",
                "incorrect api key"))) {
      return Kind.KEY_REFUSED;
    }
    boolean model =
        error.mentions("model")
            && error.mentions(
                "not found",
                "not_found",
                "notfound",
                "not exist",
                "no such",
                "unknown model",
                "invalid model",
                "not a valid model",
                "not loaded");
    if (model && status >= 400 && status < 500 && status != 429) {
      return Kind.NO_SUCH_MODEL;
    }
    return switch (status) {
      case 301, 302, 303, 307, 308 -> Kind.REDIRECTED;
      case 403 -> Kind.FORBIDDEN;
      case 404, 405, 410 -> Kind.NOT_FOUND;
      case 429 -> Kind.BUSY;
      case 408, 409, 425 -> Kind.PASSING;
      case 501, 505 -> Kind.REFUSED;
      default -> status >= 500 || status == 0 ? Kind.PASSING : Kind.REFUSED;
    };
  }

  /**
   * Returns the exception for a response that is no answer.
   *
   * @param status the status; 0 for an error within an answer that tells none
   * @param model the model that was asked for
   * @param models the models that the endpoint has, as far as they are known
   */
  InferenceException refused(
      int status, HttpHeaders headers, String body, String model, List<String> models) {
    return refused(status, headers, ServerError.of(body, redaction), model, models);
  }

  /** Returns the exception for an error within an answer. */
  InferenceException inAnswer(ServerError error, int status, String model, List<String> models) {
    return refused(status, NO_HEADERS, error, model, models);
  }

  private InferenceException refused(
      int status, HttpHeaders headers, ServerError error, String model, List<String> models) {
    String said = error.message().isEmpty() ? "" : ": " + error.message();
    String code = status == 0 ? "" : " (" + status + ")";
    return switch (kind(status, error)) {
      case TOO_LONG ->
          user(
              address
                  + " refuses the prompt as too long"
                  + said
                  + "; take a smaller --context-length or --batch-tokens, or start the server with"
                  + " a larger context");
      case WITHHELD -> user(address + "'s content filter refuses the text" + code + said);
      case OUT_OF_MEMORY ->
          new InferenceException(
              Category.RESOURCE,
              address + " is out of memory" + said + "; take a smaller model or context there");
      case KEY_REFUSED -> permanent(keyRefused() + code + said);
      case FORBIDDEN -> permanent(address + " forbids the request" + code + said);
      case NO_MONEY ->
          permanent(address + " wants the account to be paid or its quota raised" + code + said);
      case NO_SUCH_MODEL -> user(noSuchModel(model, models) + said);
      case NOT_FOUND ->
          user(
              address
                  + " has no such path"
                  + code
                  + said
                  + "; is the URL right? It usually ends in /v1");
      case BUSY -> {
        String message = address + " asks to send less" + code + said;
        yield retryAfter
            .of(headers, error.details())
            .map(wait -> InferenceException.retryAfter(message, wait))
            .orElseGet(() -> passing(message));
      }
      case PASSING -> {
        String message = address + " failed" + code + said;
        yield retryAfter
            .of(headers, error.details())
            .map(wait -> InferenceException.retryAfter(message, wait))
            .orElseGet(() -> passing(message));
      }
      case REDIRECTED ->
          user(
              address
                  + " redirects"
                  + headers
                      .firstValue("location")
                      .map(place -> " to " + OneLine.of(redaction.apply(place)))
                      .orElse("")
                  + "; give the right address, since keys are not sent elsewhere");
      case REFUSED -> user(address + " refuses the request" + code + said);
    };
  }

  private String keyRefused() {
    return key.isPresent()
        ? address + " refuses the API key from " + key.origin()
        : address
            + " asks for an API key: put it into the variable TRANSLATE_API_KEY"
            + " (or see --api-key-file)";
  }

  /** Returns the words for a model that an endpoint does not have. */
  String noSuchModel(String model, List<String> models) {
    String near = near(model, models);
    return address
        + " has no model «"
        + OneLine.of(redaction.apply(model))
        + "»"
        + (near.isEmpty() ? "" : ", but " + near);
  }

  private static String near(String model, List<String> models) {
    String wanted = model.toLowerCase(Locale.ROOT);
    return models.stream()
        .sorted(
            Comparator.comparingInt(
                name ->
                    LevenshteinDistance.getDefaultInstance()
                        .apply(wanted, name.toLowerCase(Locale.ROOT))))
        .limit(NEAR_NAMES)
        .map(OneLine::of)
        .collect(Collectors.joining(", "));
  }

  /** Returns the exception for a connection that failed. */
  InferenceException broken(IOException failure, boolean opening) {
    if (failure instanceof HttpConnectTimeoutException) {
      return passing(address + " cannot be reached: the connection timed out", failure);
    }
    if (failure instanceof HttpTimeoutException) {
      return passing(
          address + " fell silent; a longer --timeout helps where it is only slow", failure);
    }
    if (failure instanceof ConnectException) {
      if (hasCause(failure, UnresolvedAddressException.class)) {
        return passing(
            address + " cannot be reached: the host " + address.url().getHost() + " is unknown",
            failure);
      }
      String start = address.preset().start();
      return passing(
          "nothing listens at "
              + address.url().getScheme()
              + "://"
              + address.url().getRawAuthority()
              + (opening && !start.isEmpty()
                  ? "; start " + address.preset().title() + " with: " + start
                  : ""),
          failure);
    }
    if (failure instanceof SSLHandshakeException || hasCause(failure, SSLException.class)) {
      return new InferenceException(
          Category.BACKEND_PERMANENT,
          address + " cannot be trusted or speaks no TLS: " + reason(failure),
          failure);
    }
    return passing(address + " broke the connection: " + reason(failure), failure);
  }

  private String reason(Throwable failure) {
    String message = failure.getMessage();
    return message == null
        ? failure.getClass().getSimpleName()
        : OneLine.of(redaction.apply(message));
  }

  private static boolean hasCause(Throwable failure, Class<? extends Throwable> type) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < 10; depth++) {
      if (type.isInstance(cause)) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  /** Returns the exception for a response that cannot be understood. */
  InferenceException garbled(String what) {
    return passing(address + " answered " + what);
  }

  private static InferenceException user(String message) {
    return new InferenceException(Category.USER, message);
  }

  private static InferenceException permanent(String message) {
    return new InferenceException(Category.BACKEND_PERMANENT, message);
  }

  private static InferenceException passing(String message) {
    return new InferenceException(Category.BACKEND_TRANSIENT, message);
  }

  /** The cause is kept for traces, unless it quotes a server that quotes the key. */
  private InferenceException passing(String message, IOException cause) {
    return isClean(cause)
        ? new InferenceException(Category.BACKEND_TRANSIENT, message, cause)
        : passing(message);
  }

  private boolean isClean(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < 10; depth++) {
      if (!redaction.apply(cause.toString()).equals(cause.toString())) {
        return false;
      }
      cause = cause.getCause();
    }
    return true;
  }
}
