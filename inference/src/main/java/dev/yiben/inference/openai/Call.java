package dev.yiben.inference.openai;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One request and its response, read by the thread that made it; any thread may abort it. */
final class Call implements AutoCloseable {
  private static final int LONGEST_LINE = 1 << 20;
  private static final int LONGEST_STREAM = 1 << 26;
  private static final Duration DRAIN = Duration.ofMillis(200);

  private final CompletableFuture<HttpResponse<BodyChannel>> response;
  private final long end;
  private byte[] chunk = new byte[0];
  private int at;
  private long received;
  private volatile boolean complete;

  /**
   * Sends a request.
   *
   * @param total the longest time until all of the response is there
   */
  Call(HttpClient client, HttpRequest request, Duration total) {
    end = System.nanoTime() + total.toNanos();
    response = client.sendAsync(request, info -> new BodyChannel());
  }

  /**
   * Waits for the response's beginning.
   *
   * @throws IOException if there is none; a {@link HttpTimeoutException} if it did not come in time
   */
  HttpResponse<BodyChannel> begin(Duration wait) throws IOException, InterruptedException {
    try {
      return response.get(nanoseconds(wait), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new HttpTimeoutException("no response came in time");
    } catch (CancellationException e) {
      throw new IOException("the request was cancelled", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
    }
  }

  int status() {
    return response.join().statusCode();
  }

  HttpHeaders headers() {
    return response.join().headers();
  }

  /**
   * Waits for the next line; a last one without its end is a line too.
   *
   * @return nothing at the end of the body
   * @throws IOException if it is too long or the connection broke
   */
  Optional<String> line(Duration wait) throws IOException, InterruptedException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (true) {
      if (at == chunk.length && !fill(wait)) {
        return line.size() == 0 ? Optional.empty() : Optional.of(text(line));
      }
      int from = at;
      while (at < chunk.length && chunk[at] != '\n') {
        at++;
      }
      line.write(chunk, from, at - from);
      if (line.size() > LONGEST_LINE) {
        throw new IOException("the server sent a line that is too long");
      }
      if (at < chunk.length) {
        at++;
        return Optional.of(text(line));
      }
    }
  }

  /** Waits for the body, or the beginning of one that is longer than allowed. */
  String body(int longest, Duration wait) throws IOException, InterruptedException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    while (body.size() < longest && (at < chunk.length || fill(wait))) {
      body.write(chunk, at, Math.min(chunk.length - at, longest - body.size()));
      at = chunk.length;
    }
    return body.toString(StandardCharsets.UTF_8);
  }

  private boolean fill(Duration wait) throws IOException, InterruptedException {
    if (complete) {
      return false;
    }
    chunk = response.join().body().next(nanoseconds(wait));
    at = 0;
    complete = chunk.length == 0;
    received += chunk.length;
    if (received > LONGEST_STREAM) {
      throw new IOException("the server sent a response that is too long");
    }
    return !complete;
  }

  private long nanoseconds(Duration wait) {
    return Math.max(0, Math.min(wait.toNanos(), end - System.nanoTime()));
  }

  private static String text(ByteArrayOutputStream line) {
    String text = line.toString(StandardCharsets.UTF_8);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  /** Reads what little may follow the last line of interest, so that the connection is kept. */
  void drain() throws InterruptedException {
    try {
      while (!complete && fill(DRAIN)) {
        at = chunk.length;
      }
    } catch (IOException e) {
      // Then the connection is closed instead.
    }
  }

  /** Ends the transfer if it is not complete; whoever waits for it gets an exception. */
  @Override
  public void close() {
    if (complete) {
      return;
    }
    response.cancel(true);
    if (!response.isCompletedExceptionally()) {
      response.join().body().cancel();
    }
  }
}
