package dev.yiben.cli.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * An endpoint in a process of its own that answers every request after 50 ms.
 *
 * <p>It prints its port, and under {@code /busy} tells how many requests it had under way on
 * average since it was asked last.
 */
final class SlowEndpoint {
  private static final int LATENCY_MILLISECONDS = 50;
  private static final byte[] ANSWER =
      ("data: {\"choices\":[{\"delta\":{\"content\":\"1|fine\"}}]}\n\n"
              + "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}],\"usage\":"
              + "{\"prompt_tokens\":12,\"completion_tokens\":3}}\n\n"
              + "data: [DONE]\n\n")
          .getBytes(StandardCharsets.UTF_8);

  private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
  private final Object lock = new Object();
  private int underWay;
  private double busyNanos;
  private long changed = System.nanoTime();
  private long asked = changed;

  private SlowEndpoint() {}

  /** Serves until its input ends. */
  public static void main(String[] arguments) throws Exception {
    SlowEndpoint endpoint = new SlowEndpoint();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
    server.createContext("/v1/chat/completions", endpoint::chat);
    server.createContext(
        "/v1/models", exchange -> send(exchange, "{\"data\":[{\"id\":\"slow\"}]}"));
    server.createContext("/busy", exchange -> send(exchange, endpoint.busy()));
    server.setExecutor(Executors.newFixedThreadPool(8));
    server.start();
    System.out.println(server.getAddress().getPort());
    while (System.in.read() >= 0) {
      // The end of the input is the end of who started this.
    }
    System.exit(0);
  }

  private void chat(HttpExchange exchange) throws IOException {
    count(1);
    exchange.getRequestBody().readAllBytes();
    var unused =
        clock.schedule(() -> answer(exchange), LATENCY_MILLISECONDS, TimeUnit.MILLISECONDS);
  }

  private void answer(HttpExchange exchange) {
    count(-1);
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
      exchange.sendResponseHeaders(200, ANSWER.length);
      exchange.getResponseBody().write(ANSWER);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void count(int change) {
    synchronized (lock) {
      long now = System.nanoTime();
      busyNanos += (double) underWay * (now - changed);
      changed = now;
      underWay += change;
    }
  }

  private String busy() {
    count(0);
    synchronized (lock) {
      double mean = busyNanos / Math.max(1, changed - asked);
      busyNanos = 0;
      asked = changed;
      return Double.toString(mean);
    }
  }

  private static void send(HttpExchange exchange, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }
}
