package dev.yiben.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What became of a job.
 *
 * @param documents the files in the order of the job
 * @param estimatedTime for a plan, how long the engine would take, from a short trial of its speed
 * @param terms what became of the terms of the glossary, in its order
 */
public record JobResult(
    List<DocumentResult> documents, Optional<Duration> estimatedTime, List<TermUse> terms) {
  public JobResult {
    documents = List.copyOf(documents);
    terms = List.copyOf(terms);
  }

  /** Creates the result of a job without a glossary. */
  public JobResult(List<DocumentResult> documents, Optional<Duration> estimatedTime) {
    this(documents, estimatedTime, List.of());
  }

  /** Returns what the whole job spent. */
  public Usage usage() {
    return documents.stream().map(DocumentResult::usage).reduce(Usage.NONE, Usage::plus);
  }
}
