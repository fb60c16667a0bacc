package dev.yiben.inference.libllama;

import dev.yiben.inference.InferenceException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Calls native code on a thread with a large stack, and comes back from it even if llama.cpp gives
 * up there.
 *
 * <p>The regular expressions of tokenizers call themselves for every character that they match, up
 * to 1,350 bytes each time; a Java thread has a megabyte for all.
 */
final class NativeCalls {
  /** Address space, of which only what is used is taken from the memory. */
  private static final long STACK = 512L << 20;

  private final GivenUp givenUp;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread calls = new Thread(null, task, "llama-calls", STACK);
            calls.setDaemon(true);
            return calls;
          });

  NativeCalls(GivenUp givenUp) {
    this.givenUp = givenUp;
  }

  /**
   * Calls.
   *
   * @throws InferenceException if llama.cpp gave up, then or before
   */
  <T> T call(Supplier<T> call) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Consumer<InferenceException> broken = result::completeExceptionally;
    givenUp.listen(broken);
    try {
      thread.execute(() -> complete(result, call));
      return result.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      if (e.getCause() instanceof Error fault) {
        throw fault;
      }
      throw e;
    } finally {
      givenUp.forget(broken);
    }
  }

  private static <T> void complete(CompletableFuture<T> result, Supplier<T> call) {
    if (result.isDone()) {
      return;
    }
    try {
      result.complete(call.get());
    } catch (RuntimeException | Error e) {
      result.completeExceptionally(e);
    }
  }
}
