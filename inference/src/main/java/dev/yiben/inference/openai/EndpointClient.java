package dev.yiben.inference.openai;

import dev.yiben.inference.InferenceException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Sends requests to one endpoint, over connections that are kept. */
final class EndpointClient {
  private static final int LONGEST_BODY = 1 << 24;
  private static final int LONGEST_ERROR = 1 << 16;

  private final OpenAiSettings settings;
  private final EndpointAddress address;
  private final HttpClient http;
  private final Redaction redaction;
  private final ErrorMapping errors;

  EndpointClient(OpenAiSettings settings) {
    this.settings = settings;
    address = settings.address();
    List<String> secrets = new ArrayList<>(settings.headers().values());
    secrets.add(settings.key().secret());
    secrets.addAll(settings.proxies().secrets());
    redaction = new Redaction(secrets);
    errors = new ErrorMapping(address, settings.key(), redaction, Clock.systemUTC());
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .connectTimeout(settings.timeouts().connect())
            // A key must not follow where a server points to.
            .followRedirects(HttpClient.Redirect.NEVER);
    settings.proxies().apply(builder);
    http = builder.build();
  }

  private EndpointClient(EndpointClient other, EndpointAddress address) {
    settings = other.settings;
    this.address = address;
    http = other.http;
    redaction = other.redaction;
    errors = new ErrorMapping(address, settings.key(), redaction, Clock.systemUTC());
  }

  /** Returns a client of the same server, known as one of another kind. */
  EndpointClient as(EndpointPreset preset) {
    return new EndpointClient(this, address.as(preset));
  }

  EndpointAddress address() {
    return address;
  }

  ErrorMapping errors() {
    return errors;
  }

  Redaction redaction() {
    return redaction;
  }

  /** Sends a request whose response is read piece by piece. */
  Call post(URI uri, JsonNode body, Duration total) {
    return new Call(
        http,
        request(uri)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)))
            .build(),
        total);
  }

  private HttpRequest.Builder request(URI uri) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(uri)
            // Without TLS the JDK would ask to upgrade, at which some servers drop the body.
            .version(
                "https".equalsIgnoreCase(uri.getScheme())
                    ? HttpClient.Version.HTTP_2
                    : HttpClient.Version.HTTP_1_1);
    if (settings.key().isPresent()) {
      builder.setHeader("Authorization", "Bearer " + settings.key().secret());
    }
    settings.headers().forEach(builder::setHeader);
    return builder;
  }

  /**
   * Gets a document in JSON.
   *
   * @throws InferenceException if there is none
   */
  JsonNode get(URI uri) throws InterruptedException {
    return whole(new Call(http, request(uri).GET().build(), settings.timeouts().silence()));
  }

  /**
   * Sends JSON and gets JSON.
   *
   * @throws InferenceException if it is refused
   */
  JsonNode ask(URI uri, JsonNode body) throws InterruptedException {
    return whole(post(uri, body, settings.timeouts().silence()));
  }

  /** Gets a document in JSON; nothing where the server has none, or not for this key. */
  Optional<JsonNode> getIfThere(URI uri) throws InterruptedException {
    try (Call call = new Call(http, request(uri).GET().build(), settings.timeouts().silence())) {
      call.begin(settings.timeouts().silence());
      return switch (call.status()) {
        case 400, 403, 404, 405, 501 -> Optional.empty();
        default -> Optional.of(read(call));
      };
    } catch (IOException e) {
      throw errors.broken(e, true);
    }
  }

  /** Gets a document in JSON that a server may do without. */
  Optional<JsonNode> find(URI uri) throws InterruptedException {
    try {
      return Optional.of(get(uri));
    } catch (InferenceException e) {
      return Optional.empty();
    }
  }

  private JsonNode whole(Call call) throws InterruptedException {
    try (call) {
      call.begin(settings.timeouts().silence());
      return read(call);
    } catch (IOException e) {
      throw errors.broken(e, true);
    }
  }

  private JsonNode read(Call call) throws IOException, InterruptedException {
    if (call.status() / 100 != 2) {
      throw refused(call, "", List.of());
    }
    String body = redaction.apply(call.body(LONGEST_BODY, settings.timeouts().silence()));
    return Json.parse(body)
        .orElseThrow(
            () ->
                errors.garbled(
                    ServerError.looksLikeHtml(body) ? "with a web page" : "with broken JSON"));
  }

  /** Returns the exception for a response that is no answer. */
  InferenceException refused(Call call, String model, List<String> models)
      throws InterruptedException {
    return errors.refused(call.status(), call.headers(), errorBody(call), model, models);
  }

  /** Reads what a server says of an error; its status counts, even if the rest never comes. */
  String errorBody(Call call) throws InterruptedException {
    try {
      return call.body(LONGEST_ERROR, settings.timeouts().connect());
    } catch (IOException e) {
      return "";
    }
  }
}
