package dev.yiben.inference.download;

import java.io.IOException;
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
  private final Object handing = new Object();
  private boolean stopped;
  private volatile Subscription subscription;
  private volatile long lastHeard = System.nanoTime();

  BodyReceiver(BodySink sink) {
    this.sink = sink;
  }

  /** Returns the time of {@link System#nanoTime} when something came last. */
  long lastHeard() {
    return lastHeard;
  }

  /** Ends the connection; from now on nothing reaches the sink. */
  void stop() {
    synchronized (handing) {
      stopped = true;
    }
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
      if (hand(buffers)) {
        subscription.request(1);
      } else {
        subscription.cancel();
        end.complete(null);
      }
    } catch (Exception e) {
      subscription.cancel();
      end.completeExceptionally(e);
    }
  }

  /** Returns whether more is wanted. */
  private boolean hand(List<ByteBuffer> buffers) throws IOException {
    synchronized (handing) {
      for (ByteBuffer buffer : buffers) {
        if (stopped || !sink.accept(buffer)) {
          return false;
        }
      }
      return true;
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
