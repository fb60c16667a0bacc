package dev.yiben.inference.llamanative;

import dev.yiben.inference.decoding.TokenTable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** The thread that loads a model, computes with it and frees it. */
final class EngineThread {
  /** A model, what its tokens stand for, and what answers with it. */
  record Started(LoadedModel model, TokenTable tokens, DecodingLoop loop) {}

  private static final long MILLISECONDS_TO_CLOSE = 10_000;

  private final Thread thread;
  private final CompletableFuture<Started> started = new CompletableFuture<>();

  private EngineThread(
      Supplier<LoadedModel> load, BiFunction<LoadedModel, TokenTable, DecodingLoop> maker) {
    thread = new Thread(() -> run(load, maker), "llama-native");
    thread.setDaemon(true);
  }

  /** Starts a thread that loads a model. */
  static EngineThread start(
      Supplier<LoadedModel> load, BiFunction<LoadedModel, TokenTable, DecodingLoop> maker) {
    EngineThread thread = new EngineThread(load, maker);
    thread.thread.start();
    return thread;
  }

  private void run(
      Supplier<LoadedModel> load, BiFunction<LoadedModel, TokenTable, DecodingLoop> maker) {
    try {
      LoadedModel model = load.get();
      boolean lost = false;
      try {
        TokenTable tokens = LlamaNativeEngine.tokens(model.model());
        DecodingLoop loop = maker.apply(model, tokens);
        started.complete(new Started(model, tokens, loop));
        loop.run();
        lost = loop.gaveUp();
      } finally {
        // What is lost stays, so that all who use it are told why.
        if (!lost) {
          model.close();
        }
      }
    } catch (RuntimeException | Error e) {
      // Whoever opens the engine is told; the loop itself tells those who wait for answers.
      started.completeExceptionally(e);
    }
  }

  /** Waits until the model is loaded; throws what made it fail. */
  Started started() {
    try {
      return started.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /** Ends the work soon, then waits until the model is freed, but not for long. */
  void end() {
    if (started.isCompletedExceptionally()) {
      return;
    }
    Started running = started.join();
    running.loop().stop();
    running.model().abort();
    try {
      // A thread in native code that gave up never comes back.
      if (!running.loop().gaveUp()) {
        thread.join(MILLISECONDS_TO_CLOSE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
