package dev.yiben.pipeline.report;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A page of a browser: what is done in it, and what it has asked for and complained of. */
final class BrowserPage implements WebSocket.Listener {
  private static final long PATIENCE_SECONDS = 60;

  private final JsonMapper json = JsonMapper.shared();
  private final AtomicInteger calls = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final StringBuilder message = new StringBuilder();
  private WebSocket socket;

  private BrowserPage() {}

  static BrowserPage connect(HttpClient client, URI address) {
    BrowserPage page = new BrowserPage();
    page.socket = client.newWebSocketBuilder().buildAsync(address, page).join();
    for (String domain : List.of("Page", "Runtime", "Network", "Log")) {
      page.call(domain + ".enable", Map.of());
    }
    return page;
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
    message.append(part);
    if (last) {
      JsonNode heard = json.readTree(message.toString());
      message.setLength(0);
      hear(heard);
    }
    from.request(1);
    return null;
  }

  private void hear(JsonNode heard) {
    if (heard.has("id")) {
      answers.remove(heard.get("id").asInt()).complete(heard);
      return;
    }
    JsonNode event = heard.path("params");
    switch (heard.path("method").asString()) {
      case "Network.requestWillBeSent" -> requests.add(event.at("/request/url").asString());
      case "Runtime.exceptionThrown", "Log.entryAdded", "Runtime.consoleAPICalled" ->
          complaints.add(event.toString());
      default -> {
        // Nothing that a test asks for.
      }
    }
  }

  /** Sends a command and returns its result. */
  JsonNode call(String method, Map<String, ?> parameters) {
    int id = calls.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    answers.put(id, answer);
    String command =
        json.writeValueAsString(Map.of("id", id, "method", method, "params", parameters));
    socket.sendText(command, true).join();
    JsonNode heard = answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    if (heard.has("error")) {
      throw new IllegalStateException(method + ": " + heard.get("error"));
    }
    return heard.get("result");
  }

  /** Opens a file and waits until its script has run. */
  void open(String address) throws InterruptedException {
    call("Page.navigate", Map.of("url", "about:blank"));
    call("Page.navigate", Map.of("url", address));
    await("document.readyState === 'complete' && location.href !== 'about:blank'");
  }

  /** Returns the value of an expression as text. */
  String text(String expression) {
    JsonNode result =
        call(
            "Runtime.evaluate",
            Map.of("expression", "String(" + expression + ")", "returnByValue", true));
    if (result.has("exceptionDetails")) {
      throw new IllegalStateException(expression + ": " + result.get("exceptionDetails"));
    }
    return result.at("/result/value").asString();
  }

  /** Waits until an expression is true. */
  void await(String expression) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!text(expression).equals("true")) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("Never true: " + expression);
      }
      Thread.sleep(20);
    }
  }

  /** Clicks with the mouse on the first element that a selector finds. */
  void click(String selector) {
    JsonNode place =
        json.readTree(
            text(
                "(() => { const e = document.querySelector("
                    + quoted(selector)
                    + "); e.scrollIntoView({block: 'center', behavior: 'instant'});"
                    + " const b = e.getBoundingClientRect();"
                    + " return JSON.stringify([b.x + b.width / 2, b.y + b.height / 2]); })()"));
    for (String type : List.of("mousePressed", "mouseReleased")) {
      call(
          "Input.dispatchMouseEvent",
          Map.of(
              "type",
              type,
              "x",
              place.get(0).asDouble(),
              "y",
              place.get(1).asDouble(),
              "button",
              "left",
              "clickCount",
              1));
    }
  }

  /** Writes into the element that has the focus. */
  void type(String text) {
    call("Input.insertText", Map.of("text", text));
  }

  /** Presses and releases a key of a character. */
  void press(String key) {
    for (String type : List.of("keyDown", "keyUp")) {
      call("Input.dispatchKeyEvent", Map.of("type", type, "key", key));
    }
  }

  /** Chooses a value of a select element. */
  void select(String selector, String value) {
    text(
        "(() => { const e = document.querySelector("
            + quoted(selector)
            + ");"
            + " e.value = "
            + quoted(value)
            + ";"
            + " e.dispatchEvent(new Event('change', {bubbles: true})); })()");
  }

  private String quoted(String text) {
    return json.writeValueAsString(text);
  }

  void prefersDark(boolean dark) {
    call(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
  }

  void width(int pixels) {
    call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", pixels, "height", 900, "deviceScaleFactor", 1, "mobile", pixels < 600));
  }

  /** Writes a picture of the page from its top. */
  void screenshot(Path file, int height) throws IOException {
    int width = Integer.parseInt(text("document.documentElement.clientWidth"));
    JsonNode picture =
        call(
            "Page.captureScreenshot",
            Map.of(
                "captureBeyondViewport",
                true,
                "clip",
                Map.of("x", 0, "y", 0, "width", width, "height", height, "scale", 1)));
    Files.createDirectories(file.getParent());
    Files.write(file, Base64.getDecoder().decode(picture.get("data").asString()));
  }

  /** Returns the addresses that were asked for, but for that of the page itself. */
  List<String> requests() {
    return requests.stream()
        .filter(address -> !address.startsWith("about:") && !address.startsWith("data:"))
        .toList();
  }

  /** Returns what the page wrote to its console, and its uncaught exceptions. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }
}
