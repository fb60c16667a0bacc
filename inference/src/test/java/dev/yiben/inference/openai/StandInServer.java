package dev.yiben.inference.openai;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A server on this machine that speaks as a preset says, with faults on demand. */
public final class StandInServer implements AutoCloseable {
  /**
   * A request that came in.
   *
   * @param headers by their names in lower case
   * @param port the other end of the connection that it came by
   */
  public record Received(
      String method, String path, Map<String, String> headers, int port, JsonNode body) {
    /** Returns the header with the key. */
    public String authorization() {
      return headers.getOrDefault("authorization", "");
    }
  }

  private static final JsonMapper JSON = new JsonMapper();
  private static final String HTML =
      "<!DOCTYPE html><html><head><title>Bad gateway</title></head><body>…</body></html>";

  private final EndpointPreset preset;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private volatile Fault fault = Fault.NONE;
  private volatile Function<JsonNode, String> answer = StandInServer::usualAnswer;
  private volatile List<String> models = List.of("stand-in");
  private volatile Optional<String> refusedField = Optional.empty();
  private volatile Optional<String> key = Optional.empty();
  private volatile int window = 4096;
  private volatile String version = "0.19.1";

  /** Starts a server of the kind of a preset. */
  public StandInServer(EndpointPreset preset) {
    this.preset = preset;
    // Else every piece of an answer waits for the acknowledgement of the one before.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Starts a server of the kind of a preset. */
  public static StandInServer of(String preset) {
    return new StandInServer(EndpointPreset.named(preset).orElseThrow());
  }

  /** Answers each line of the last message by itself, or what a grammar of the contract wants. */
  private static String usualAnswer(JsonNode request) {
    if (request.toString().contains("7|")) {
      return "7|yes";
    }
    JsonNode messages = request.path("messages");
    return "You said: " + messages.path(messages.size() - 1).path("content").asString("");
  }

  /** Returns where it listens, as users would give it. */
  public URI url() {
    String path = preset.url() == null ? "/v1" : preset.url().getRawPath();
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  /** Returns what users give for it. */
  public String endpoint() {
    return preset.name() + "=" + url();
  }

  /** Returns settings that reach it. */
  public OpenAiSettings settings() {
    return OpenAiSettings.of(EndpointAddress.parse(endpoint())).withModel(Optional.of("stand-in"));
  }

  /** Does something wrong from now on. */
  public StandInServer with(Fault newFault) {
    fault = newFault;
    return this;
  }

  /** Answers by a function of the request from now on. */
  public StandInServer answering(Function<JsonNode, String> newAnswer) {
    answer = newAnswer;
    return this;
  }

  /** Has these models. */
  public StandInServer withModels(String... ids) {
    models = List.of(ids);
    return this;
  }

  /** Refuses requests that have this field. */
  public StandInServer refusing(String field) {
    refusedField = Optional.of(field);
    return this;
  }

  /** Refuses requests without this key. */
  public StandInServer wantingKey(String newKey) {
    key = Optional.of(newKey);
    return this;
  }

  /** Has this context window. */
  public StandInServer withWindow(int tokens) {
    window = tokens;
    return this;
  }

  /** Says that it is of this version, where it tells. */
  public StandInServer withVersion(String number) {
    version = number;
    return this;
  }

  /** Returns all that came in. */
  public List<Received> received() {
    return received;
  }

  /** Returns the requests for answers that came in. */
  public List<JsonNode> asked() {
    return received.stream().filter(request -> isChat(request.path())).map(Received::body).toList();
  }

  private static boolean isChat(String path) {
    return path.endsWith("/chat/completions") || path.endsWith("/api/chat");
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] sent = exchange.getRequestBody().readAllBytes();
      String path = exchange.getRequestURI().getPath();
      String authorization =
          Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")).orElse("");
      JsonNode body = sent.length == 0 ? JSON.createObjectNode() : JSON.readTree(sent);
      received.add(received(exchange, path, body));
      if (key.isPresent() && !authorization.equals("Bearer " + key.get())) {
        refuseKey(exchange, authorization);
      } else if (isChat(path)) {
        chat(exchange, body, authorization);
      } else {
        other(exchange, path, body);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Received received(HttpExchange exchange, String path, JsonNode body) {
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    return new Received(
        exchange.getRequestMethod(), path, headers, exchange.getRemoteAddress().getPort(), body);
  }

  private void other(HttpExchange exchange, String path, JsonNode body) throws IOException {
    String base = preset.url() == null ? "/v1" : preset.url().getRawPath();
    if (path.equals(base + "/models") && preset.models() != EndpointPreset.ModelList.NONE) {
      ObjectNode list = JSON.createObjectNode().put("object", "list");
      models.forEach(id -> listed(list.withArray("data").addObject(), id));
      send(exchange, 200, list.toString());
    } else if (path.equals("/api/tags") && preset.api() == EndpointPreset.Api.OLLAMA) {
      ObjectNode list = JSON.createObjectNode();
      models.forEach(id -> list.withArray("models").addObject().put("name", id));
      send(exchange, 200, list.toString());
    } else {
      Optional<String> reply = new NativePaths(preset, version).reply(path, body, window, models);
      send(
          exchange,
          reply.isPresent() ? 200 : 404,
          reply.orElse("{\"error\":{\"code\":404,\"message\":\"File Not Found\"}}"));
    }
  }

  private void listed(ObjectNode entry, String id) {
    entry.put("id", id).put("object", "model");
    preset.owners().stream().sorted().findFirst().ifPresent(owner -> entry.put("owned_by", owner));
    if (preset.window() == EndpointPreset.WindowSource.MODELS) {
      entry.put("max_model_len", window);
    }
  }

  private void refuseKey(HttpExchange exchange, String echo) throws IOException {
    exchange.getResponseHeaders().set("X-Echo", echo);
    exchange.getResponseHeaders().set("WWW-Authenticate", echo.isEmpty() ? "Bearer" : echo);
    send(
        exchange,
        401,
        "{\"error\":{\"message\":\"Incorrect API key provided: "
            + echo
            + "\",\"type\":\"invalid_request_error\",\"code\":\"invalid_api_key\"}}");
  }

  private void chat(HttpExchange exchange, JsonNode body, String authorization)
      throws IOException, InterruptedException {
    if (refusedField.filter(body::has).isPresent()) {
      String field = refusedField.orElseThrow();
      send(
          exchange,
          400,
          field.equals("max_tokens")
              ? error(400, "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens'.")
              : error(400, "Unrecognized request argument supplied: " + field));
      return;
    }
    switch (fault) {
      case TOO_MANY_REQUESTS -> {
        exchange.getResponseHeaders().set("Retry-After", "7");
        send(exchange, 429, error(429, "Rate limit reached"));
      }
      case TOO_MANY_REQUESTS_WITHOUT_WAIT -> send(exchange, 429, error(429, "Rate limit reached"));
      case SERVER_ERROR -> send(exchange, 500, error(500, "Something went wrong"));
      case UNAVAILABLE -> send(exchange, 503, error(503, "Loading model"));
      case HANG -> closing.await();
      case WRONG_JSON -> {
        begin(exchange);
        write(exchange, line("{\"choices\": [{\"delta\": {\"conte"));
      }
      case HTML_PAGE -> {
        exchange.getResponseHeaders().set("Content-Type", "text/html");
        send(exchange, 200, HTML);
      }
      case CONTEXT_TOO_LONG ->
          send(
              exchange,
              400,
              error(400, "This model's maximum context length is 4096 tokens; you sent 9000."));
      case KEY_REFUSED -> refuseKey(exchange, authorization);
      case QUOTA_USED_UP ->
          send(
              exchange,
              429,
              "{\"error\":{\"message\":\"You exceeded your current quota\","
                  + "\"type\":\"insufficient_quota\",\"code\":\"insufficient_quota\"}}");
      case NO_SUCH_MODEL -> send(exchange, 404, error(404, "The model `stand-in` does not exist"));
      case NONE,
          HANG_MIDWAY,
          CUT_BODY,
          SHORT_BODY,
          TRUNCATED_CONTEXT,
          THINKING_BLOCK,
          THINKING_FIELD,
          EMPTY_CHOICES,
          ERROR_MIDWAY ->
          stream(exchange, body);
    }
  }

  private String error(int status, String message) {
    return preset.api() == EndpointPreset.Api.OLLAMA
        ? "{\"error\":\"" + message + "\"}"
        : "{\"error\":{\"code\":" + status + ",\"message\":\"" + message + "\",\"type\":\"x\"}}";
  }

  private void stream(HttpExchange exchange, JsonNode body)
      throws IOException, InterruptedException {
    begin(exchange);
    String text = answer.apply(body);
    int half = text.offsetByCodePoints(0, text.codePointCount(0, text.length()) / 2);
    Chunks chunks = new Chunks(preset);
    switch (fault) {
      case THINKING_BLOCK -> {
        write(exchange, chunks.text("<thi"));
        write(exchange, chunks.text("nk>Let me see. 1|wrong"));
        write(exchange, chunks.text("</think>\n\n"));
      }
      case THINKING_FIELD -> write(exchange, chunks.thinking("Let me see. 1|wrong"));
      case EMPTY_CHOICES -> {
        write(exchange, chunks.empty());
        write(exchange, chunks.end());
        return;
      }
      default -> {}
    }
    write(exchange, chunks.comment());
    write(exchange, chunks.text(text.substring(0, half)));
    switch (fault) {
      case HANG_MIDWAY -> closing.await();
      case CUT_BODY -> {
        // Closing an exchange whose body is not complete cuts the connection.
        exchange.getRequestBody().close();
        throw new IOException("cut");
      }
      case SHORT_BODY -> {
        return;
      }
      case ERROR_MIDWAY -> {
        write(exchange, line(error(500, "The worker died")));
        return;
      }
      default -> {}
    }
    write(exchange, chunks.text(text.substring(half)));
    int prompt =
        fault == Fault.TRUNCATED_CONTEXT
            ? 40
            : TokenEstimate.most(body.path("messages").toString());
    write(exchange, chunks.finish(prompt, Math.max(1, TokenEstimate.most(text) / 2)));
    write(exchange, chunks.end());
  }

  private void begin(HttpExchange exchange) throws IOException {
    exchange
        .getResponseHeaders()
        .set(
            "Content-Type",
            preset.api() == EndpointPreset.Api.OLLAMA
                ? "application/x-ndjson"
                : "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
  }

  private String line(String json) {
    return preset.api() == EndpointPreset.Api.OLLAMA ? json + "\n" : "data: " + json + "\n\n";
  }

  private static void write(HttpExchange exchange, String text) throws IOException {
    OutputStream out = exchange.getResponseBody();
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    if (!exchange.getResponseHeaders().containsKey("Content-Type")) {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
    }
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
