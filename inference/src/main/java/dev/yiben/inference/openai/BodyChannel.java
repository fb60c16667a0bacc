package dev.yiben.inference.openai;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Hands the bytes of a response to the thread that waits for them.
 *
 * <p>The JDK's own stream of a body can neither be waited for with a time limit nor, before Java
 * 20, be interrupted. The next bytes are asked for when the last ones were taken, so a fast server
 * fills no memory.
 */
final class BodyChannel implements BodySubscriber<BodyChannel> {
  private record Event(List<ByteBuffer> bytes, IOException failure, boolean end) {}

  private static final Flow.Subscription CANCELLED =
      new Flow.Subscription() {
        @Override
        public void request(long count) {}

        @Override
        public void cancel() {}
      };

  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final AtomicReference<Flow.Subscription> subscription = new AtomicReference<>();

  @Override
  public CompletionStage<BodyChannel> getBody() {
    return CompletableFuture.completedFuture(this);
  }

  @Override
  public void onSubscribe(Flow.Subscription newSubscription) {
    if (subscription.compareAndSet(null, newSubscription)) {
      newSubscription.request(1);
    } else {
      newSubscription.cancel();
    }
  }

  @Override
  public void onNext(List<ByteBuffer> bytes) {
    events.add(new Event(bytes, null, false));
  }

  @Override
  public void onError(Throwable failure) {
    events.add(
        new Event(
            List.of(),
            failure instanceof IOException exception ? exception : new IOException(failure),
            false));
  }

  @Override
  public void onComplete() {
    events.add(new Event(List.of(), null, true));
  }

  /**
   * Waits for the next bytes.
   *
   * @return nothing at the end of the body
   * @throws HttpTimeoutException if none came in time
   * @throws IOException if the connection broke
   */
  byte[] next(long nanoseconds) throws IOException, InterruptedException {
    Event event = events.poll(Math.max(0, nanoseconds), TimeUnit.NANOSECONDS);
    if (event == null) {
      throw new HttpTimeoutException("nothing came in time");
    }
    if (event.failure() != null) {
      throw event.failure();
    }
    if (event.end()) {
      return new byte[0];
    }
    int length = event.bytes().stream().mapToInt(ByteBuffer::remaining).sum();
    ByteBuffer joined = ByteBuffer.allocate(length);
    event.bytes().forEach(joined::put);
    Flow.Subscription current = subscription.get();
    if (current != null) {
      current.request(1);
    }
    return length == 0 ? next(nanoseconds) : joined.array();
  }

  /** Ends the transfer; whoever waits is told that the connection broke. */
  void cancel() {
    Flow.Subscription current = subscription.getAndSet(CANCELLED);
    if (current != null) {
      current.cancel();
    }
    events.add(new Event(List.of(), new IOException("the transfer was cancelled"), false));
  }
}
