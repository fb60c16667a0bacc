package dev.yiben.inference.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Speaks as {@code llama-server} does, in a process of its own.
 *
 * <p>The first argument is the folder that it works in. There it notes its process and arguments,
 * and finds files that say what to do wrong: {@code slow} (milliseconds to load), {@code
 * dies-at-start} (what it writes then), {@code dies-after} (requests until it halts, once), {@code
 * always-dies-after}.
 */
public final class StandInLlamaServer {
  private static final JsonMapper JSON = new JsonMapper();

  private final Path folder;
  private final String key = System.getenv("LLAMA_API_KEY");
  private final AtomicInteger requests = new AtomicInteger();
  private final long ready;

  private StandInLlamaServer(Path folder) throws IOException {
    this.folder = folder;
    ready = System.currentTimeMillis() + Long.parseLong(word("slow", "0"));
  }

  /** Runs until it is killed. */
  public static void main(String[] arguments) throws Exception {
    List<String> options = Arrays.asList(arguments).subList(1, arguments.length);
    if (options.contains("--version")) {
      System.err.println("version: 9999 (stand-in)\nbuilt with javac");
      return;
    }
    Path folder = Path.of(arguments[0]);
    Files.writeString(
        folder.resolve("pid-" + ProcessHandle.current().pid()), String.join("\n", options));
    Path death = folder.resolve("dies-at-start");
    if (Files.exists(death)) {
      System.err.println(Files.readString(death));
      Runtime.getRuntime().halt(1);
    }
    new StandInLlamaServer(folder).serve(option(options, "--port"), option(options, "--parallel"));
  }

  private static int option(List<String> options, String name) {
    return Integer.parseInt(options.get(options.indexOf(name) + 1));
  }

  private void serve(int port, int slots) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 64);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/health", exchange -> send(exchange, loaded() ? 200 : 503, "{}"));
    server.createContext("/", exchange -> answer(exchange, slots));
    server.start();
    System.err.println("main: server is listening on http://127.0.0.1:" + port);
  }

  private boolean loaded() {
    return System.currentTimeMillis() >= ready;
  }

  private void answer(HttpExchange exchange, int slots) throws IOException {
    JsonNode body = body(exchange);
    String path = exchange.getRequestURI().getPath();
    if (!("Bearer " + key).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      send(exchange, 401, "{\"error\":{\"code\":401,\"message\":\"Invalid API Key\"}}");
      return;
    }
    switch (path) {
      case "/v1/models" ->
          send(exchange, 200, "{\"data\":[{\"id\":\"model.gguf\",\"owned_by\":\"llamacpp\"}]}");
      case "/props" ->
          send(
              exchange,
              200,
              "{\"default_generation_settings\":{\"n_ctx\":2048},\"total_slots\":" + slots + "}");
      case "/tokenize" -> {
        ObjectNode tokens = JSON.createObjectNode();
        body.path("content").asString("").codePoints().forEach(tokens.putArray("tokens")::add);
        send(exchange, 200, tokens.toString());
      }
      case "/v1/chat/completions" -> chat(exchange, body);
      default -> send(exchange, 404, "{}");
    }
  }

  private static JsonNode body(HttpExchange exchange) throws IOException {
    byte[] bytes = exchange.getRequestBody().readAllBytes();
    return bytes.length == 0 ? JSON.createObjectNode() : JSON.readTree(bytes);
  }

  private void chat(HttpExchange exchange, JsonNode body) throws IOException {
    boolean dies = diesNow();
    String text = body.path("grammar").asString("").contains("7|") ? "7|yes" : text(body);
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      write(out, delta(text.substring(0, 3)));
      if (dies) {
        System.err.println("GGML_ASSERT(n > 0) failed");
        Runtime.getRuntime().halt(134);
      }
      write(out, delta(text.substring(3)));
      write(
          out,
          "{\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}],\"usage\":"
              + "{\"prompt_tokens\":"
              + tokens(body)
              + ",\"completion_tokens\":3}}");
      write(out, "[DONE]");
    }
  }

  /** A token is a character, as for {@code /tokenize}. */
  private static long tokens(JsonNode body) {
    long tokens = 0;
    for (JsonNode message : body.path("messages")) {
      tokens += message.path("content").asString("").codePoints().count();
    }
    return tokens;
  }

  /** Translates each line, as if it were always the same. */
  private static String text(JsonNode body) {
    JsonNode messages = body.path("messages");
    String asked = messages.path(messages.size() - 1).path("content").asString("");
    String lines =
        asked
            .lines()
            .filter(line -> line.matches("\\d+\\|.*"))
            .map(line -> line.split("\\|", 2)[0] + "|门开了。")
            .collect(Collectors.joining("\n"));
    return lines.isEmpty() ? "fine so" : lines;
  }

  private boolean diesNow() throws IOException {
    int number = requests.incrementAndGet();
    if (number > Integer.parseInt(word("always-dies-after", "1000000"))) {
      return true;
    }
    if (number > Integer.parseInt(word("dies-after", "1000000"))) {
      Files.delete(folder.resolve("dies-after"));
      return true;
    }
    return false;
  }

  private String word(String file, String otherwise) throws IOException {
    Path path = folder.resolve(file);
    return Files.exists(path) ? Files.readString(path).strip() : otherwise;
  }

  private static String delta(String text) {
    ObjectNode chunk = JSON.createObjectNode();
    chunk.putArray("choices").addObject().putObject("delta").put("content", text);
    return chunk.toString();
  }

  private static void write(OutputStream out, String data) throws IOException {
    out.write(("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }
}
