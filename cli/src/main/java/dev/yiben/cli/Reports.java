package dev.yiben.cli;

import dev.yiben.inference.Capabilities;
import dev.yiben.inference.InferenceEngine;
import dev.yiben.inference.Sampling;
import dev.yiben.pipeline.JobResult;
import dev.yiben.pipeline.convert.ChineseConversion;
import dev.yiben.pipeline.report.Cost;
import dev.yiben.pipeline.report.JobReport;
import dev.yiben.pipeline.report.JsonReport;
import dev.yiben.pipeline.report.Price;
import dev.yiben.pipeline.report.ReportFormat;
import dev.yiben.pipeline.report.ReportManifest;
import dev.yiben.pipeline.report.RunTime;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What all jobs of a run came to, as files and on the standard output. */
final class Reports {
  private final String engine;
  private final Capabilities capabilities;
  private final Optional<Price> price;
  private final Optional<ChineseConversion> conversion;
  private final String profile;
  private final Sampling sampling;
  private final Map<String, String> provenance;
  private final List<JobReport> jobs = new ArrayList<>();

  Reports(
      String engineName,
      InferenceEngine engine,
      Optional<Price> price,
      Optional<ChineseConversion> conversion,
      String profile,
      Sampling sampling) {
    this.engine = engineName;
    this.capabilities = engine.capabilities();
    this.provenance = engine.provenance();
    this.price = price;
    this.conversion = conversion;
    this.profile = profile;
    this.sampling = sampling;
  }

  void add(LanguageTag language, JobResult result, RunTime time) {
    JobReport report = JobReport.of(manifest(language), result).with(time);
    report = cost(result).map(report::with).orElse(report);
    jobs.add(conversion.map(report::with).orElse(report));
  }

  /** Returns what a job cost, if the price of its model is known. */
  Optional<Cost> cost(JobResult result) {
    return price.map(known -> known.of(result.usage().tokens()));
  }

  List<JobResult> results() {
    return jobs.stream().map(JobReport::result).toList();
  }

  /** Writes the full report, with every segment, to a file. */
  void write(Path file) {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      ReportFormat.of(file).writer().write(jobs, out);
    } catch (IOException e) {
      throw new UsageException(
          "--report " + file + ": cannot be written: " + SourceFiles.reason(e), e);
    }
  }

  /** Writes the report without the list of segments. */
  void writeSummary(OutputStream out) {
    try {
      new JsonReport(false).write(jobs, out);
      out.flush();
    } catch (IOException e) {
      throw new UsageException("the standard output cannot be written: " + e.getMessage(), e);
    }
  }

  private ReportManifest manifest(LanguageTag language) {
    return new ReportManifest(
        Version.number(), engine, capabilities, profile, language.tag(), sampling, provenance);
  }
}
