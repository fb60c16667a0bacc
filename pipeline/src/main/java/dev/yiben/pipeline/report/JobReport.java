package dev.yiben.pipeline.report;

import dev.yiben.pipeline.JobResult;
import java.util.Optional;

/**
 * What a report says of a job.
 *
 * @param targetLanguage BCP 47 tag
 * @param result what became of it
 * @param manifest what it was done with; empty if nothing was asked, as for a check
 * @param time when it ran, if the caller looked at a clock
 */
public record JobReport(
    String targetLanguage,
    JobResult result,
    Optional<ReportManifest> manifest,
    Optional<RunTime> time) {

  /** Creates the report of a job of which nothing else is known. */
  public static JobReport of(String targetLanguage, JobResult result) {
    return new JobReport(targetLanguage, result, Optional.empty(), Optional.empty());
  }

  /** Creates the report of a job that an engine did. */
  public static JobReport of(ReportManifest manifest, JobResult result) {
    return new JobReport(
        manifest.targetLanguage(), result, Optional.of(manifest), Optional.empty());
  }

  /** Returns this report with the time that the job took. */
  public JobReport with(RunTime taken) {
    return new JobReport(targetLanguage, result, manifest, Optional.of(taken));
  }
}
