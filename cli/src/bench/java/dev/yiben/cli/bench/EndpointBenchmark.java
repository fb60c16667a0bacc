package dev.yiben.cli.bench;

import dev.yiben.inference.ChatMessage;
import dev.yiben.inference.GenerationListener;
import dev.yiben.inference.GenerationRequest;
import dev.yiben.inference.GenerationResult;
import dev.yiben.inference.Sampling;
import dev.yiben.inference.openai.EndpointAddress;
import dev.yiben.inference.openai.OpenAiEngine;
import dev.yiben.inference.openai.OpenAiSettings;
import dev.yiben.inference.pool.EnginePool;
import dev.yiben.inference.pool.Limits;
import dev.yiben.inference.pool.PoolListener;
import dev.yiben.inference.pool.PoolMember;
import dev.yiben.inference.pool.PoolSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** How well an endpoint is kept busy, and what many requests leave behind. */
final class EndpointBenchmark implements Benchmark {
  private static final int AT_ONCE = 64;
  private static final int WARM_UP = 5_000;
  private static final int REQUESTS = 100_000;
  private static final int QUICK_REQUESTS = 10_000;

  @Override
  public String name() {
    return "endpoint";
  }

  @Override
  public List<Figure> measure(BenchSettings settings) throws IOException, InterruptedException {
    int requests = settings.quick() ? QUICK_REQUESTS : REQUESTS;
    Process endpoint = start();
    try (BufferedReader said =
        new BufferedReader(
            new InputStreamReader(endpoint.getInputStream(), StandardCharsets.UTF_8))) {
      URI url = URI.create("http://127.0.0.1:" + said.readLine());
      // The first engine of a process loads classes and opens archives, which stay.
      figures(url, WARM_UP);
      Footprint before = Footprint.settled(new Footprint(0, 0, 0));
      List<Figure> figures = new ArrayList<>(figures(url, requests));
      Footprint after = Footprint.settled(before);
      String closed = "after the engine was closed";
      askBare(url, WARM_UP);
      String unusedBefore = busy(url);
      askBare(url, QUICK_REQUESTS);
      figures.add(
          1,
          Figure.plain(
              "the same with a bare HTTP client",
              Double.parseDouble(busy(url)),
              "what the machine allows; below 60 it is too busy to judge by"));
      figures.add(
          Figure.atMost(0, "threads left behind", after.threads() - before.threads(), closed));
      figures.add(
          Figure.atMost(0, "sockets left behind", after.sockets() - before.sockets(), closed));
      figures.add(
          Figure.atMost(
              2, "MiB of heap left behind", after.mebibytes() - before.mebibytes(), closed));
      return figures;
    } finally {
      endpoint.destroyForcibly();
    }
  }

  private static List<Figure> figures(URI url, int requests)
      throws IOException, InterruptedException {
    try (EnginePool engine = open(url)) {
      ask(engine, WARM_UP);
      Footprint warm = Footprint.now();
      String unusedBefore = busy(url);
      long start = System.nanoTime();
      ask(engine, requests);
      double seconds = (System.nanoTime() - start) / 1e9;
      double busy = Double.parseDouble(busy(url));
      Footprint end = Footprint.now();
      String details =
          String.format(
              Locale.ROOT, "%,d requests of 50 ms, %.0f a second", requests, requests / seconds);
      return List.of(
          Figure.atLeast(60, "requests under way at the endpoint, of 64", busy, details),
          // The HTTP client has as many threads and connections as may be busy at once.
          Figure.atMost(
              AT_ONCE, "threads more than before them", end.threads() - warm.threads(), details),
          Figure.atMost(
              AT_ONCE, "sockets more than before them", end.sockets() - warm.sockets(), details),
          Figure.atMost(
              2, "MiB of heap more than before them", end.mebibytes() - warm.mebibytes(), details));
    }
  }

  private static EnginePool open(URI url) {
    OpenAiSettings settings =
        OpenAiSettings.of(EndpointAddress.parse(url + "/v1"))
            .withModel(Optional.of("slow"))
            .withConcurrency(AT_ONCE);
    return EnginePool.open(
        List.of(new PoolMember("slow", () -> OpenAiEngine.open(settings), 1, Limits.NONE)),
        PoolSettings.DEFAULT,
        PoolListener.NONE);
  }

  private static void ask(EnginePool engine, int requests)
      throws IOException, InterruptedException {
    atOnce(
        requests,
        stream -> {
          GenerationResult unused =
              engine.generate(request("stream " + stream), GenerationListener.NONE);
        });
  }

  /** Asks with the client of the JDK and nothing else, to see what the machine allows. */
  private static void askBare(URI url, int requests) throws IOException, InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "/v1/chat/completions"))
            .version(HttpClient.Version.HTTP_1_1)
            .POST(HttpRequest.BodyPublishers.ofString(request("").toString()))
            .build();
    atOnce(
        requests,
        stream -> {
          HttpResponse<String> unused = client.send(request, HttpResponse.BodyHandlers.ofString());
        });
  }

  /** Something to ask, by the number of the stream. */
  @FunctionalInterface
  private interface Ask {
    void ask(int stream) throws IOException, InterruptedException;
  }

  private static void atOnce(int requests, Ask ask) throws IOException, InterruptedException {
    AtomicInteger left = new AtomicInteger(requests);
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Future<Void>> streams = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        int stream = i;
        streams.add(
            threads.submit(
                () -> {
                  while (left.getAndDecrement() > 0) {
                    ask.ask(stream);
                  }
                  return null;
                }));
      }
      for (Future<Void> stream : streams) {
        stream.get();
      }
    } catch (ExecutionException e) {
      throw new IOException("A request failed", e.getCause());
    } finally {
      threads.shutdownNow();
      boolean unused = threads.awaitTermination(1, TimeUnit.MINUTES);
    }
  }

  private static GenerationRequest request(String stream) {
    return new GenerationRequest(
        List.of(
            ChatMessage.system("You translate from English into Chinese."),
            ChatMessage.user("1|" + "The keeper opens the door. ".repeat(20))),
        Optional.empty(),
        Sampling.greedy(),
        200,
        stream);
  }

  private static String busy(URI url) throws IOException {
    try (InputStream in = url.resolve("/busy").toURL().openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Process start() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dsun.net.httpserver.nodelay=true",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            SlowEndpoint.class.getName())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
