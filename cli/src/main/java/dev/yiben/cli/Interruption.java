package dev.yiben.cli;

import java.util.concurrent.CountDownLatch;
import org.jline.utils.Signals;

/**
 * Makes ^C and the like end work in order: its thread is interrupted, and the process ends once the
 * work has closed what it holds. A second ^C ends at once.
 */
final class Interruption {
  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread worker = Thread.currentThread();
  private final Console console;

  private Interruption(Console console) {
    this.console = console;
  }

  /** Something to do that may be interrupted. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws InterruptedException;
  }

  /**
   * Does the work on this thread and returns its result.
   *
   * @throws InterruptedException if it was interrupted
   */
  static <T> T watch(Console console, Work<T> work) throws InterruptedException {
    Interruption interruption = new Interruption(console);
    Thread hook = new Thread(interruption::endInOrder, "interruption");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return work.run();
    } catch (InterruptedException e) {
      // Told before the hook learns that the work is over, for then the process ends.
      console.error("interrupted; what is finished is saved, and the same command resumes");
      throw e;
    } finally {
      interruption.finish(hook);
    }
  }

  private void endInOrder() {
    Signals.register("INT", () -> Runtime.getRuntime().halt(ExitCode.INTERRUPTED.code()));
    console.status("");
    console.info("Stopping, to save what is finished; ^C again ends at once.");
    worker.interrupt();
    try {
      finished.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void finish(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The hook is at work, and the process ends when it has seen this.
      finished.countDown();
    }
  }
}
