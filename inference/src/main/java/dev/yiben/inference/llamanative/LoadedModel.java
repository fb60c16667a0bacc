package dev.yiben.inference.llamanative;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.libllama.LlamaLibrary;
import dev.yiben.inference.libllama.NativeContext;
import dev.yiben.inference.libllama.NativeLogFile;
import dev.yiben.inference.libllama.NativeModel;
import dev.yiben.inference.load.LlamaCppSettings;
import dev.yiben.inference.load.LoadPlan;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

/** A model with its context and threads; other threads may use its tokenizer until it is freed. */
final class LoadedModel implements AutoCloseable {
  private static final long SECONDS_TO_CLOSE = 10;

  private final NativeModel model;
  private final NativeContext context;
  private final Workers workers;
  private final Optional<NativeLogFile> log;
  // Held for reading by every call of other threads, for writing by the one that frees it.
  private final ReentrantReadWriteLock inUse = new ReentrantReadWriteLock();
  private final int window;
  private final boolean recurrent;
  private boolean closed;

  private LoadedModel(
      NativeModel model, NativeContext context, Workers workers, Optional<NativeLogFile> log) {
    this.log = log;
    this.model = model;
    this.context = context;
    this.workers = workers;
    recurrent = model.isRecurrent();
    window = model.slidingWindow();
  }

  /**
   * Loads a model.
   *
   * @param processors that there are
   * @throws InferenceException if llama.cpp refuses it
   */
  static LoadedModel load(
      LlamaLibrary library,
      LlamaCppSettings settings,
      NativeParameters parameters,
      LoadPlan plan,
      int processors) {
    Deque<Runnable> undo = new ArrayDeque<>();
    try {
      Optional<NativeLogFile> log = settings.nativeLog().map(library::logTo);
      log.ifPresent(file -> undo.push(file::close));
      NativeModel model = library.loadModel(settings.model(), parameters.model(plan));
      undo.push(model::close);
      int sequences = Sequences.count(settings.context().slots(), forgets(model));
      NativeContext context = model.context(parameters.context(plan, sequences));
      undo.push(context::close);
      settings.lora().ifPresent(lora -> context.use(model, lora.file(), (float) lora.scale()));
      boolean fixed = settings.compute().threads() > 0;
      Workers workers = Workers.start(library, context, plan, processors, fixed);
      return new LoadedModel(model, context, workers, log);
    } catch (RuntimeException e) {
      undo.forEach(Runnable::run);
      throw e;
    }
  }

  /** Returns the model, for the thread that frees it. */
  NativeModel model() {
    return model;
  }

  /** Returns what computes, for the thread that frees it. */
  Computing computing() {
    return Computing.in(context, workers, !recurrent, window);
  }

  /** Whether not all of what was computed stays, so that copies are kept of what is needed. */
  boolean forgets() {
    return recurrent || window > 0;
  }

  /** Whether contexts of a model do not keep all that was computed. */
  static boolean forgets(NativeModel model) {
    return model.isRecurrent() || model.slidingWindow() > 0;
  }

  /** Has a batch that is being computed fail soon, and all later ones; for any thread. */
  void abort() {
    inUse.readLock().lock();
    try {
      if (!closed) {
        context.abort();
      }
    } finally {
      inUse.readLock().unlock();
    }
  }

  /** Calls what does not compute, on any thread. */
  <T> T use(Function<NativeModel, T> call) {
    inUse.readLock().lock();
    try {
      if (closed) {
        throw DecodingLoop.closed();
      }
      return call.apply(model);
    } finally {
      inUse.readLock().unlock();
    }
  }

  /** Frees both, unless a call of another thread hangs: then they go with the process. */
  @Override
  public void close() {
    boolean interrupted = Thread.interrupted();
    try {
      if (inUse.writeLock().tryLock(SECONDS_TO_CLOSE, TimeUnit.SECONDS)) {
        try {
          if (!closed) {
            closed = true;
            context.close();
            workers.close();
            model.close();
            log.ifPresent(NativeLogFile::close);
          }
        } finally {
          inUse.writeLock().unlock();
        }
      }
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
