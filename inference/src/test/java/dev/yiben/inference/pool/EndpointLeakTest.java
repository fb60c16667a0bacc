package dev.yiben.inference.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.inference.ChatMessage;
import dev.yiben.inference.GenerationListener;
import dev.yiben.inference.GenerationRequest;
import dev.yiben.inference.Sampling;
import dev.yiben.inference.openai.OpenAiEngine;
import dev.yiben.inference.openai.StandInServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What thousands of requests to an endpoint leave behind; the benchmark does it with 100,000. */
@Timeout(120)
@EnabledOnOs(OS.LINUX)
class EndpointLeakTest {
  private static final int AT_ONCE = 16;
  // Of both ends, which are in this process.
  private static final int SOCKETS_AT_ONCE = 2 * AT_ONCE;
  // The first channel that is closed makes the JDK keep one for closing others.
  private static final int OF_THE_JDK = 1;

  @Test
  void leavesNoThreadAndNoConnectionBehind() throws Exception {
    int threadsBefore = clientThreads();
    long socketsBefore = sockets();
    try (StandInServer server = StandInServer.of("openai-compatible")) {
      askThroughAPool(server, threadsBefore, socketsBefore);
    }

    // Its client ends when nobody knows it any more.
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while ((clientThreads() > threadsBefore || sockets() > socketsBefore + OF_THE_JDK)
        && System.nanoTime() < end) {
      System.gc();
      Thread.sleep(100);
    }
    assertThat(clientThreads()).isLessThanOrEqualTo(threadsBefore);
    assertThat(sockets()).isLessThanOrEqualTo(socketsBefore + OF_THE_JDK);
  }

  private static void askThroughAPool(StandInServer server, int threadsBefore, long socketsBefore)
      throws Exception {
    try (EnginePool pool =
        EnginePool.open(
            List.of(
                new PoolMember(
                    "stand-in",
                    () -> OpenAiEngine.open(server.settings().withConcurrency(AT_ONCE)),
                    1,
                    Limits.NONE)),
            PoolSettings.DEFAULT,
            PoolListener.NONE)) {
      ask(pool, 2000);

      // As many as may have something to do at once, not one for each request. Those of tests
      // before may linger.
      assertThat(clientThreads() - threadsBefore).isLessThanOrEqualTo(2 * AT_ONCE + 2);
      // Connections are kept and used again, not opened for each request.
      assertThat(sockets() - socketsBefore).isBetween(2L, SOCKETS_AT_ONCE + 10L);
    }
  }

  private static void ask(EnginePool pool, int requests) throws Exception {
    AtomicInteger left = new AtomicInteger(requests);
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Future<Void>> streams = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        GenerationRequest request =
            new GenerationRequest(
                List.of(ChatMessage.user("Hello")),
                Optional.empty(),
                Sampling.greedy(),
                20,
                "stream " + i);
        streams.add(
            threads.submit(
                () -> {
                  while (left.getAndDecrement() > 0) {
                    assertThat(pool.generate(request, GenerationListener.NONE).text())
                        .isEqualTo("You said: Hello");
                  }
                  return null;
                }));
      }
      for (Future<Void> stream : streams) {
        stream.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static int clientThreads() {
    return (int)
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().startsWith("HttpClient"))
            .count();
  }

  private static long sockets() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
      return files.filter(EndpointLeakTest::isSocket).count();
    }
  }

  private static boolean isSocket(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
    } catch (IOException e) {
      return false;
    }
  }
}
