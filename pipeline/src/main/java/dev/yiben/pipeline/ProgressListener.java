package dev.yiben.pipeline;

import dev.yiben.pipeline.check.Finding;
import java.nio.file.Path;
import java.util.List;

/**
 * Watches a job; called by one thread at a time. Several files may be worked on at once; they are
 * finished in their order.
 */
public interface ProgressListener {
  /** Watches nothing. */
  ProgressListener NONE = new ProgressListener() {};

  /**
   * A file's plan is made.
   *
   * @param toTranslate tokens of the source of all segments to translate
   * @param alreadyDone how many of them an earlier run has done
   */
  default void onDocumentStarted(Path input, long toTranslate, long alreadyDone) {}

  /** Segments of a file with that many source tokens have met their fate. */
  default void onProgress(Path input, long tokens) {}

  /** A file is finished, whatever became of it. */
  default void onDocumentFinished(DocumentResult result) {}

  /**
   * All files are finished and their segments compared.
   *
   * @param found what that found beyond the findings that the files were finished with
   */
  default void onCompared(List<Finding> found) {}
}
