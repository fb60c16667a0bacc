package dev.yiben.inference.libllama;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.util.Optional;

/**
 * Threads that stay for all that a context computes, and sleep in between.
 *
 * <p>Without them llama.cpp starts new ones for each token. On a machine where other programs run
 * that takes up to twenty times as long.
 */
public final class ThreadPool implements AutoCloseable {
  // ggml_threadpool_params: a byte for each processor, then whole numbers.
  private static final int THREADS = 512;
  private static final int PRIORITY = 516;
  private static final int POLLING = 520;
  private static final int USUAL_POLLING = 50;
  private static final int SIZE = 1024;
  private static final int PROCESSOR = 0;

  private final Pointer pool;
  private final Function free;
  private boolean closed;

  private ThreadPool(Pointer pool, Function free) {
    this.pool = pool;
    this.free = free;
  }

  /** Starts threads; empty where the library does not let others do that as is known here. */
  static Optional<ThreadPool> start(BackendApi backends, BaseApi base, int threads) {
    try (Memory parameters = new Memory(SIZE)) {
      parameters.clear();
      base.ggmlThreadpoolParamsInit(parameters, threads);
      if (parameters.getInt(THREADS) != threads
          || parameters.getInt(PRIORITY) != 0
          || parameters.getInt(POLLING) != USUAL_POLLING) {
        return Optional.empty();
      }
      // A thread that asks again and again whether there is work takes the time of others.
      parameters.setInt(POLLING, 0);
      Optional<Function> start = function(backends, base, "ggml_threadpool_new");
      Optional<Function> free = function(backends, base, "ggml_threadpool_free");
      if (start.isEmpty() || free.isEmpty()) {
        return Optional.empty();
      }
      return Optional.ofNullable(start.get().invokePointer(new Object[] {parameters}))
          .map(pool -> new ThreadPool(pool, free.get()));
    } catch (UnsatisfiedLinkError e) {
      return Optional.empty();
    }
  }

  private static Optional<Function> function(BackendApi backends, BaseApi base, String name) {
    for (long i = 0; i < backends.ggmlBackendDevCount(); i++) {
      Pointer device = backends.ggmlBackendDevGet(i);
      if (base.ggmlBackendDevType(device) == PROCESSOR) {
        Pointer backend = base.ggmlBackendDevBackendReg(device);
        return Optional.ofNullable(base.ggmlBackendRegGetProcAddress(backend, name))
            .map(Function::getFunction);
      }
    }
    return Optional.empty();
  }

  Pointer pointer() {
    return pool;
  }

  /** Ends the threads; the context that uses them must be freed before. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      free.invokeVoid(new Object[] {pool});
    }
  }
}
