package dev.yiben.inference.download;

import dev.yiben.inference.InferenceException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** Asks for files, follows redirections, and gives up connections that have gone silent. */
final class HttpTransfer {
  private static final int MOST_REDIRECTS = 10;
  private static final long LOOK_MILLIS = 200;

  private final HttpClient client;
  private final Duration silence;

  /**
   * Creates a transfer.
   *
   * @param silence after which a connection is given up
   */
  HttpTransfer(HttpClient client, Duration silence) {
    this.client = client;
    this.silence = silence;
  }

  /**
   * Gets a file or a part of it.
   *
   * @param receiver chooses the sink by the final answer, whose body goes there; must not throw
   * @return the final answer, when its body has ended or is no longer wanted
   * @throws IOException if the connection failed or went silent
   * @throws InferenceException what a sink threw, or if a redirection must not be followed
   */
  Answer get(
      RemoteAddress address, Map<String, String> headers, Function<Answer, BodySink> receiver)
      throws IOException, InterruptedException {
    List<HttpHeaders> hops = new ArrayList<>();
    URI uri = address.uri();
    while (true) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(uri).timeout(silence).header("User-Agent", "Yiben");
      headers.forEach(request::header);
      address.authorization(uri).ifPresent(value -> request.header("Authorization", value));
      Answer answer = exchange(request.build(), List.copyOf(hops), receiver);
      Optional<String> location = location(answer);
      if (location.isEmpty()) {
        return answer;
      }
      hops.add(answer.headers());
      if (hops.size() > MOST_REDIRECTS) {
        throw new InferenceException(
            InferenceException.Category.BACKEND_PERMANENT,
            address + ": the server redirects in circles");
      }
      uri = next(address, uri, location.get());
    }
  }

  private static Optional<String> location(Answer answer) {
    return switch (answer.status()) {
      case 301, 302, 303, 307, 308 -> answer.headers().firstValue("Location");
      default -> Optional.empty();
    };
  }

  private static URI next(RemoteAddress address, URI from, String location) {
    URI next;
    try {
      next = from.resolve(location.strip().replace(" ", "%20"));
    } catch (IllegalArgumentException e) {
      throw new InferenceException(
          InferenceException.Category.BACKEND_PERMANENT,
          address + ": the server redirects to what is no address",
          e);
    }
    RemoteAddress.requireWeb(next);
    if (from.getScheme().equalsIgnoreCase("https") && next.getScheme().equalsIgnoreCase("http")) {
      throw new InferenceException(
          InferenceException.Category.BACKEND_PERMANENT,
          address
              + ": the server redirects from https to http, which anyone on the way could read"
              + " and change");
    }
    return next;
  }

  private Answer exchange(
      HttpRequest request, List<HttpHeaders> hops, Function<Answer, BodySink> receiver)
      throws IOException, InterruptedException {
    AtomicReference<BodyReceiver> body = new AtomicReference<>();
    AtomicBoolean over = new AtomicBoolean();
    CompletableFuture<HttpResponse<Void>> future =
        client.sendAsync(
            request,
            info -> {
              Answer answer = new Answer(request.uri(), info.statusCode(), info.headers(), hops);
              BodySink sink = location(answer).isPresent() ? new Discard() : receiver.apply(answer);
              BodyReceiver chosen = new BodyReceiver(sink);
              body.set(chosen);
              if (over.get()) {
                chosen.stop();
              }
              return chosen;
            });
    try {
      HttpResponse<Void> response = await(future, body);
      return new Answer(request.uri(), response.statusCode(), response.headers(), hops);
    } catch (ExecutionException e) {
      throw unwrapped(e);
    } finally {
      // What still comes must not be written while another attempt is at work.
      over.set(true);
      if (!future.isDone()) {
        future.cancel(true);
      }
      Optional.ofNullable(body.get()).ifPresent(BodyReceiver::stop);
    }
  }

  private HttpResponse<Void> await(
      CompletableFuture<HttpResponse<Void>> future, AtomicReference<BodyReceiver> body)
      throws IOException, InterruptedException, ExecutionException {
    while (true) {
      try {
        return future.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        BodyReceiver receiver = body.get();
        if (receiver != null && System.nanoTime() - receiver.lastHeard() > silence.toNanos()) {
          throw new IOException("the server has gone silent", e);
        }
      }
    }
  }

  private static IOException unwrapped(ExecutionException failure) {
    Throwable cause = failure.getCause();
    while (cause instanceof java.util.concurrent.CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    for (Throwable t = cause; t != null; t = t.getCause()) {
      if (t instanceof InferenceException inference) {
        throw inference;
      }
    }
    return cause instanceof IOException io ? io : new IOException(cause);
  }
}
