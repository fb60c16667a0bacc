package dev.yiben.cli;

import dev.yiben.inference.Capabilities;
import dev.yiben.inference.InferenceEngine;
import dev.yiben.inference.Sampling;
import dev.yiben.pipeline.JobResult;
import dev.yiben.pipeline.report.JsonReport;
import dev.yiben.pipeline.report.ReportManifest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The JSON of all jobs of a run: an object for one language, an array of them for several. */
final class Reports {
  private final String engine;
  private final Capabilities capabilities;
  private final String profile;
  private final Sampling sampling;
  private final Map<String, String> provenance;
  private final List<LanguageTag> languages = new ArrayList<>();
  private final List<JobResult> results = new ArrayList<>();

  Reports(String engineName, InferenceEngine engine, String profile, Sampling sampling) {
    this.engine = engineName;
    this.capabilities = engine.capabilities();
    this.provenance = engine.provenance();
    this.profile = profile;
    this.sampling = sampling;
  }

  void add(LanguageTag language, JobResult result) {
    languages.add(language);
    results.add(result);
  }

  List<JobResult> results() {
    return List.copyOf(results);
  }

  /** Writes the full report, with every segment, to a file. */
  void write(Path file) {
    try (OutputStream out = Files.newOutputStream(file)) {
      write(out, true);
    } catch (IOException e) {
      throw new UsageException(
          "--report " + file + ": cannot be written: " + SourceFiles.reason(e), e);
    }
  }

  /** Writes the report without the list of segments. */
  void writeSummary(OutputStream out) {
    try {
      write(out, false);
    } catch (IOException e) {
      throw new UsageException("the standard output cannot be written: " + e.getMessage(), e);
    }
  }

  private void write(OutputStream out, boolean withSegments) throws IOException {
    JsonReport report = new JsonReport(withSegments);
    boolean several = results.size() > 1;
    for (int i = 0; i < results.size(); i++) {
      if (several) {
        out.write(ascii(i == 0 ? "[" : ","));
      }
      report.write(results.get(i), manifest(languages.get(i)), out);
    }
    out.write(ascii(several ? "]\n" : "\n"));
    out.flush();
  }

  private ReportManifest manifest(LanguageTag language) {
    return new ReportManifest(
        Version.number(), engine, capabilities, profile, language.tag(), sampling, provenance);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
