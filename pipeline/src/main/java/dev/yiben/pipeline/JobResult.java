package dev.yiben.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What became of a job.
 *
 * @param documents the files in the order of the job
 * @param estimatedTime for a plan, how long the engine would take, from a short trial of its speed
 */
public record JobResult(List<DocumentResult> documents, Optional<Duration> estimatedTime) {
  public JobResult {
    documents = List.copyOf(documents);
  }

  /** Returns what the whole job spent. */
  public Usage usage() {
    return documents.stream().map(DocumentResult::usage).reduce(Usage.NONE, Usage::plus);
  }
}
