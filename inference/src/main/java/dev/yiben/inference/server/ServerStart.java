package dev.yiben.inference.server;

import dev.yiben.inference.InferenceEngine;
import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import dev.yiben.inference.openai.ApiKey;
import dev.yiben.inference.openai.EndpointAddress;
import dev.yiben.inference.openai.OpenAiEngine;
import dev.yiben.inference.openai.OpenAiSettings;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Starts a server and waits until it is ready. */
final class ServerStart {
  private static final String HOST = "127.0.0.1";
  private static final int MOST_PORTS = 3;
  private static final int READY = 200;
  private static final Duration LOOK = Duration.ofMillis(100);
  private static final int MILLISECONDS_TO_ANSWER = 5000;
  private static final Duration TOLD = Duration.ofSeconds(10);

  private final LlamaServerSettings settings;
  private final String version;
  private final int window;
  private final ServerListener listener;
  private final BooleanSupplier cancelled;

  /**
   * Prepares a start.
   *
   * @param window tokens of context for each slot
   * @param cancelled whether to give up
   */
  ServerStart(
      LlamaServerSettings settings,
      String version,
      int window,
      ServerListener listener,
      BooleanSupplier cancelled) {
    this.settings = settings;
    this.version = version;
    this.window = window;
    this.listener = listener;
    this.cancelled = cancelled;
  }

  /**
   * Starts a server.
   *
   * @throws InferenceException if it ends by itself or takes too long
   */
  RunningServer run() throws InterruptedException {
    for (int attempt = 1; ; attempt++) {
      int port = freePort();
      String key = key();
      ServerProcess process = ServerProcess.start(command(port), key, settings.log());
      boolean ready = false;
      try {
        if (awaitReady(process, port)) {
          RunningServer server = new RunningServer(process, connect(port, key));
          ready = true;
          return server;
        }
        ServerDeath death = new ServerDeath(process.exitCode(), process.lastLines());
        if (!death.isForThePort() || attempt == MOST_PORTS) {
          InferenceException failure = death.failure(settings, version);
          listener.onDeath(
              "llama-server ended at its start (" + death.how() + "); it wrote last:",
              death.lastLines());
          throw failure;
        }
      } finally {
        if (!ready) {
          process.stop();
        }
      }
    }
  }

  private List<String> command(int port) {
    List<String> command = new ArrayList<>(List.of(settings.program().toString()));
    command.addAll(ServerArguments.of(settings.load(), window));
    command.addAll(
        List.of("--host", HOST, "--port", Integer.toString(port), "--jinja", "--no-webui"));
    command.addAll(settings.arguments());
    return command;
  }

  /** Returns whether the server became ready, or else has ended. */
  private boolean awaitReady(ServerProcess process, int port) throws InterruptedException {
    URI health = URI.create("http://" + HOST + ":" + port + "/health");
    long start = System.nanoTime();
    long told = start;
    while (process.isAlive()) {
      if (status(health) == READY) {
        return process.isAlive();
      }
      if (cancelled.getAsBoolean()) {
        throw new InferenceException(Category.BACKEND_PERMANENT, "The engine was closed");
      }
      long now = System.nanoTime();
      Duration elapsed = Duration.ofNanos(now - start);
      if (elapsed.compareTo(settings.startLimit()) > 0) {
        throw new InferenceException(
            Category.BACKEND_PERMANENT,
            settings.program()
                + " is not ready after "
                + elapsed.toMinutes()
                + " min; its log is "
                + settings.log());
      }
      if (now - told > TOLD.toNanos()) {
        told = now;
        listener.onProgress(
            "llama-server loads "
                + settings.model().getFileName()
                + ", for "
                + elapsed.toSeconds()
                + " s now");
      }
      Thread.sleep(LOOK.toMillis());
    }
    return false;
  }

  /** Returns the status of a response; 0 if there is none. */
  private static int status(URI uri) {
    try {
      HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
      connection.setConnectTimeout(MILLISECONDS_TO_ANSWER);
      connection.setReadTimeout(MILLISECONDS_TO_ANSWER);
      try {
        return connection.getResponseCode();
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      return 0;
    }
  }

  private InferenceEngine connect(int port, String key) throws InterruptedException {
    try {
      return OpenAiEngine.open(
          OpenAiSettings.of(
                  EndpointAddress.parse("llama-server=http://" + HOST + ":" + port + "/v1"))
              .withKey(ApiKey.of(key, "this run"))
              .withConcurrency(settings.load().context().slots()));
    } catch (InferenceException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      throw e;
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new InferenceException(
          Category.RESOURCE, "There is no free port on " + HOST + ": " + e.getMessage(), e);
    }
  }

  private static String key() {
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
