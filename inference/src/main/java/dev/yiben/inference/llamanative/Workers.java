package dev.yiben.inference.llamanative;

import dev.yiben.inference.libllama.LlamaLibrary;
import dev.yiben.inference.libllama.NativeContext;
import dev.yiben.inference.libllama.ThreadPool;
import dev.yiben.inference.load.LoadPlan;
import dev.yiben.inference.machine.OtherPrograms;
import java.util.Optional;

/** The threads that a context computes on, whose number follows what other programs leave. */
final class Workers implements AutoCloseable {
  private final NativeContext context;
  private final int single;
  private final int batch;
  private final Optional<ThreadPool> pool;
  private final Optional<SpareProcessors> spare;
  private int singleNow;
  private int batchNow;

  private Workers(
      NativeContext context,
      int single,
      int batch,
      Optional<ThreadPool> pool,
      Optional<SpareProcessors> spare) {
    this.context = context;
    this.single = single;
    this.batch = batch;
    this.pool = pool;
    this.spare = spare;
    singleNow = single;
    batchNow = batch;
  }

  /**
   * Starts the threads of a context.
   *
   * @param processors that there are; more threads than these wait for each other most of the time
   * @param fixed whether the number of threads stays as it is
   */
  static Workers start(
      LlamaLibrary library, NativeContext context, LoadPlan plan, int processors, boolean fixed) {
    int single = Math.min(plan.threads(), processors);
    int batch = Math.min(plan.batchThreads(), processors);
    int most = Math.max(single, batch);
    Optional<ThreadPool> pool = most > 1 ? library.threadPool(most) : Optional.empty();
    pool.ifPresent(context::use);
    // Flash attention adds up in another order with each number of threads. With several slots the
    // last bits depend on what else is in a batch anyway; with one they never change.
    boolean oneSlot = context.sequences() <= Sequences.count(1, true);
    boolean follows = most > 1 && !fixed && !(plan.flashAttention() && oneSlot);
    Workers workers =
        new Workers(
            context,
            single,
            batch,
            pool,
            follows
                ? Optional.of(new SpareProcessors(new OtherPrograms()::busyProcessors))
                : Optional.empty());
    context.threads(single, batch);
    return workers;
  }

  /** Lets the next batch be computed on as many threads as have a processor of their own. */
  void adjust() {
    spare.ifPresent(
        processors -> {
          int taken = processors.taken();
          int singleNext = Math.max(1, single - taken);
          int batchNext = Math.max(1, batch - taken);
          if (singleNext != singleNow || batchNext != batchNow) {
            context.threads(singleNext, batchNext);
            singleNow = singleNext;
            batchNow = batchNext;
          }
        });
  }

  /** Ends the threads; the context must be freed before. */
  @Override
  public void close() {
    pool.ifPresent(ThreadPool::close);
  }
}
