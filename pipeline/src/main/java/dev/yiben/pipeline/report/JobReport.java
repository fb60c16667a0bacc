package dev.yiben.pipeline.report;

import dev.yiben.formats.document.CodedText;
import dev.yiben.pipeline.Fate;
import dev.yiben.pipeline.JobResult;
import dev.yiben.pipeline.SegmentOutcome;
import dev.yiben.pipeline.convert.ChineseConversion;
import java.util.Optional;

/**
 * What a report says of a job.
 *
 * @param targetLanguage BCP 47 tag
 * @param result what became of it
 * @param manifest what it was done with; empty if nothing was asked, as for a check
 * @param time when it ran, if the caller looked at a clock
 * @param cost what it cost, if prices are known
 * @param conversion what was done to its targets when they were written; reports show them so
 */
public record JobReport(
    String targetLanguage,
    JobResult result,
    Optional<ReportManifest> manifest,
    Optional<RunTime> time,
    Optional<Cost> cost,
    Optional<ChineseConversion> conversion) {

  /** Creates the report of a job of which nothing else is known. */
  public static JobReport of(String targetLanguage, JobResult result) {
    return new JobReport(
        targetLanguage,
        result,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Creates the report of a job that an engine did. */
  public static JobReport of(ReportManifest manifest, JobResult result) {
    return new JobReport(
        manifest.targetLanguage(),
        result,
        Optional.of(manifest),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Returns this report of another result. */
  public JobReport with(JobResult other) {
    return new JobReport(targetLanguage, other, manifest, time, cost, conversion);
  }

  /** Returns this report with the time that the job took. */
  public JobReport with(RunTime taken) {
    return new JobReport(targetLanguage, result, manifest, Optional.of(taken), cost, conversion);
  }

  /** Returns this report with what the job cost. */
  public JobReport with(Cost spent) {
    return new JobReport(targetLanguage, result, manifest, time, Optional.of(spent), conversion);
  }

  /** Returns this report with what was done to the targets when they were written. */
  public JobReport with(ChineseConversion done) {
    return new JobReport(targetLanguage, result, manifest, time, cost, Optional.of(done));
  }

  /** Returns the target of a segment as it was written. */
  CodedText written(SegmentOutcome outcome) {
    boolean ours = outcome.fate() == Fate.TRANSLATED || outcome.fate() == Fate.REUSED;
    return ours && conversion.isPresent()
        ? conversion.get().convert(outcome.target())
        : outcome.target();
  }
}
