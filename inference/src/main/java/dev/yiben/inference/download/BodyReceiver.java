package dev.yiben.inference.download;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/**
 * Passes a body on as it comes, and can be stopped from outside.
 *
 * <p>The client's own streams cannot: a thread that reads from one is deaf to interruptions.
 */
final class BodyReceiver implements BodySubscriber<Void> {
  private final BodySink sink;
  private final CompletableFuture<Void> end = new CompletableFuture<>();
  private volatile Subscription subscription;
  private volatile long lastHeard = System.nanoTime();

  BodyReceiver(BodySink sink) {
    this.sink = sink;
  }

  /** Returns the time of {@link System#nanoTime} when something came last. */
  long lastHeard() {
    return lastHeard;
  }

  /** Ends the connection. */
  void stop() {
    Subscription current = subscription;
    if (current != null) {
      current.cancel();
    }
  }

  @Override
  public CompletionStage<Void> getBody() {
    return end;
  }

  @Override
  public void onSubscribe(Subscription given) {
    subscription = given;
    given.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    lastHeard = System.nanoTime();
    try {
      for (ByteBuffer buffer : buffers) {
        if (!sink.accept(buffer)) {
          subscription.cancel();
          end.complete(null);
          return;
        }
      }
      subscription.request(1);
    } catch (Exception e) {
      subscription.cancel();
      end.completeExceptionally(e);
    }
  }

  @Override
  public void onError(Throwable failure) {
    end.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    end.complete(null);
  }
}
