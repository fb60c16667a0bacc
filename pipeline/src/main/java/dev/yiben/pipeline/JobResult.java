package dev.yiben.pipeline;

import java.util.List;

/**
 * What became of a job.
 *
 * @param documents the files in the order of the job
 */
public record JobResult(List<DocumentResult> documents) {
  public JobResult {
    documents = List.copyOf(documents);
  }

  /** Returns what the whole job spent. */
  public Usage usage() {
    return documents.stream().map(DocumentResult::usage).reduce(Usage.NONE, Usage::plus);
  }
}
