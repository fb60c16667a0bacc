package dev.yiben.pipeline.work;

import dev.yiben.pipeline.JobException;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Works on a number of streams at once; the first that fails stops all others. */
final class StreamPool implements AutoCloseable {
  private final int size;
  private final ExecutorService threads;
  private final AtomicInteger unfinished = new AtomicInteger();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();

  StreamPool(int size) {
    this.size = size;
    this.threads = Executors.newFixedThreadPool(size);
  }

  /** Returns whether there is work for all threads and as much again. */
  boolean isBusy() {
    return unfinished.get() >= 2 * size;
  }

  <T> Future<T> submit(Callable<T> stream) throws InterruptedException {
    unfinished.incrementAndGet();
    try {
      return threads.submit(() -> run(stream));
    } catch (RejectedExecutionException e) {
      throw failure(e);
    }
  }

  private <T> T run(Callable<T> stream) throws Exception {
    try {
      return stream.call();
    } catch (Exception | Error e) {
      if (failure.compareAndSet(null, e)) {
        stop();
      }
      throw e;
    } finally {
      unfinished.decrementAndGet();
    }
  }

  /**
   * Waits for a stream.
   *
   * @throws RuntimeException what the first stream failed with, if one did
   */
  <T> T await(Future<T> stream) throws InterruptedException {
    try {
      return stream.get();
    } catch (ExecutionException | CancellationException e) {
      throw failure(e);
    }
  }

  private RuntimeException failure(Exception other) throws InterruptedException {
    Throwable first = failure.get();
    if (first instanceof InterruptedException interrupted) {
      throw interrupted;
    }
    if (first instanceof Error error) {
      throw error;
    }
    return first instanceof RuntimeException exception
        ? exception
        : new JobException("A stream failed: " + other, other);
  }

  private void stop() {
    // Nobody would run what was still waiting, so whoever waits for it must hear.
    threads.shutdownNow().forEach(waiting -> ((Future<?>) waiting).cancel(false));
  }

  /** Stops all streams and returns when they have ended, since the store may then be closed. */
  @Override
  public void close() {
    stop();
    boolean interrupted = false;
    while (true) {
      try {
        if (threads.awaitTermination(1, TimeUnit.MINUTES)) {
          break;
        }
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
