package dev.yiben.pipeline;

import dev.yiben.formats.format.Coverage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What became of an input file.
 *
 * @param input the file
 * @param output where its translation is or would have been written
 * @param status how it ended
 * @param failure for {@link Status#FAILED}, what is wrong, in one line
 * @param format id of its format; empty if it could not be opened
 * @param sourceLanguage BCP 47 tag, declared, detected or told; empty if it is not known
 * @param segments every segment in document order; empty if it could not be opened
 * @param coverage account of its characters; empty if it could not be opened
 * @param notices what a user should know, one line each
 * @param usage tokens and requests spent on it in this run
 */
public record DocumentResult(
    Path input,
    Path output,
    Status status,
    Optional<String> failure,
    String format,
    Optional<String> sourceLanguage,
    List<SegmentOutcome> segments,
    Optional<Coverage> coverage,
    List<String> notices,
    Usage usage) {
  /** How a file ended. */
  public enum Status {
    /** The output was written. */
    WRITTEN,
    /** An earlier run of the same job had written the output, and it is still the same. */
    UP_TO_DATE,
    /** The output existed and {@code --on-exists skip} left it. */
    SKIPPED,
    /** A rehearsal of the plan: nothing was asked or written. */
    PLANNED,
    /** The output is somebody's translation, which was only checked. */
    CHECKED,
    /** Nothing was written. */
    FAILED
  }

  public DocumentResult {
    segments = List.copyOf(segments);
    notices = List.copyOf(notices);
  }

  /** Returns how many segments met that fate. */
  public long count(Fate fate) {
    return segments.stream().filter(outcome -> outcome.fate() == fate).count();
  }

  /** Returns this result with other outcomes of its segments. */
  public DocumentResult withSegments(List<SegmentOutcome> outcomes) {
    return new DocumentResult(
        input, output, status, failure, format, sourceLanguage, outcomes, coverage, notices, usage);
  }
}
