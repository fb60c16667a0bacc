package dev.yiben.pipeline.report;

import dev.yiben.inference.Sampling;
import dev.yiben.pipeline.DocumentResult;
import dev.yiben.pipeline.Fate;
import dev.yiben.pipeline.JobResult;
import dev.yiben.pipeline.Review;
import dev.yiben.pipeline.SegmentOutcome;
import dev.yiben.pipeline.TermUse;
import dev.yiben.pipeline.Usage;
import dev.yiben.pipeline.check.Finding;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes jobs as JSON, an object for one and an array of them for several: the manifest, then every
 * document with its counts and, if wanted, every segment with its fate.
 */
public final class JsonReport implements ReportWriter {
  private final JsonMapper mapper =
      JsonMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
  private final boolean withSegments;

  /** Creates a report with or without the list of segments. */
  public JsonReport(boolean withSegments) {
    this.withSegments = withSegments;
  }

  @Override
  public void write(List<JobReport> jobs, OutputStream out) throws IOException {
    boolean several = jobs.size() > 1;
    for (int i = 0; i < jobs.size(); i++) {
      if (several) {
        out.write(i == 0 ? '[' : ',');
      }
      write(jobs.get(i), out);
    }
    if (several) {
      out.write(']');
    }
    out.write('\n');
  }

  private void write(JobReport job, OutputStream out) {
    JobResult result = job.result();
    try (JsonGenerator json = mapper.writerWithDefaultPrettyPrinter().createGenerator(out)) {
      json.writeStartObject();
      job.manifest()
          .ifPresent(
              manifest -> {
                json.writeName("manifest");
                writeManifest(manifest, json);
              });
      job.time()
          .ifPresent(
              time -> {
                json.writeName("time");
                write(time, json);
              });
      job.conversion()
          .ifPresent(done -> json.writeStringProperty("conversion", done.kind().toString()));
      json.writeName("documents");
      json.writeStartArray();
      result.documents().forEach(document -> write(document, job, json));
      json.writeEndArray();
      json.writeName("terms");
      json.writeStartArray();
      result.terms().forEach(term -> write(term, json));
      json.writeEndArray();
      json.writeName("usage");
      write(result.usage(), json);
      job.cost()
          .ifPresent(
              cost -> {
                json.writeName("cost");
                json.writeStartObject();
                json.writeNumberProperty("amount", cost.amount());
                json.writeStringProperty("currency", cost.currency());
                json.writeEndObject();
              });
      result
          .estimatedTime()
          .ifPresent(
              time -> json.writeNumberProperty("estimatedSeconds", time.toMillis() / 1000.0));
      json.writeEndObject();
    }
  }

  private static void writeManifest(ReportManifest manifest, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("tool", "yiben");
    json.writeStringProperty("version", manifest.toolVersion());
    json.writeStringProperty("engine", manifest.engine());
    json.writeStringProperty("model", manifest.capabilities().model());
    json.writeStringProperty("fingerprint", manifest.capabilities().fingerprint());
    json.writeStringProperty("promptProfile", manifest.profile());
    json.writeStringProperty("targetLanguage", manifest.targetLanguage());
    json.writeNumberProperty("contextWindow", manifest.capabilities().contextWindow());
    json.writeNumberProperty("slots", manifest.capabilities().slots());
    manifest.provenance().forEach(json::writeStringProperty);
    json.writeNumberProperty("seed", manifest.sampling().seed());
    json.writeName("sampling");
    write(manifest.sampling(), json);
    json.writeEndObject();
  }

  private static void write(RunTime time, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("started", time.started().toString());
    json.writeStringProperty("finished", time.finished().toString());
    json.writeNumberProperty("seconds", time.duration().toMillis() / 1000.0);
    json.writeEndObject();
  }

  private static void write(Sampling sampling, JsonGenerator json) {
    json.writeStartObject();
    json.writeNumberProperty("temperature", sampling.temperature());
    json.writeNumberProperty("topK", sampling.topK());
    json.writeNumberProperty("topP", sampling.topP());
    json.writeNumberProperty("minP", sampling.minP());
    json.writeNumberProperty("repeatPenalty", sampling.repeatPenalty());
    json.writeNumberProperty("frequencyPenalty", sampling.frequencyPenalty());
    json.writeNumberProperty("presencePenalty", sampling.presencePenalty());
    json.writeEndObject();
  }

  private void write(DocumentResult document, JobReport job, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("input", document.input().toString());
    json.writeStringProperty("output", document.output().toString());
    json.writeStringProperty("status", name(document.status()));
    document.failure().ifPresent(failure -> json.writeStringProperty("failure", failure));
    if (!document.format().isEmpty()) {
      json.writeStringProperty("format", document.format());
    }
    document
        .sourceLanguage()
        .ifPresent(language -> json.writeStringProperty("sourceLanguage", language));
    json.writeName("segmentCounts");
    json.writeStartObject();
    for (Fate fate : Fate.values()) {
      json.writeNumberProperty(name(fate), document.count(fate));
    }
    json.writeEndObject();
    writeReuse(document, json);
    if (document.coverage().isPresent()) {
      json.writeName("characters");
      write(CharacterCount.of(document), json);
    }
    json.writeName("usage");
    write(document.usage(), json);
    json.writeName("notices");
    json.writeStartArray();
    document.notices().forEach(json::writeString);
    json.writeEndArray();
    if (withSegments) {
      json.writeName("segments");
      json.writeStartArray();
      document.segments().forEach(segment -> write(segment, job, json));
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static void write(TermUse use, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("source", use.term().source());
    json.writeStringProperty("target", use.term().target());
    json.writeStringProperty("use", name(use.kind()));
    json.writeNumberProperty("segments", use.segments());
    if (!use.violations().isEmpty()) {
      json.writeName("violations");
      json.writeStartArray();
      for (TermUse.Violation violation : use.violations()) {
        json.writeStartObject();
        json.writeStringProperty("input", violation.input().toString());
        json.writeStringProperty("segment", violation.segment().value());
        json.writeStringProperty("message", violation.message());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  /** Writes where the targets of reused segments come from. */
  private static void writeReuse(DocumentResult document, JsonGenerator json) {
    Map<String, Long> counts =
        document.segments().stream()
            .filter(outcome -> outcome.fate() == Fate.REUSED)
            .collect(
                Collectors.groupingBy(SegmentOutcome::reason, TreeMap::new, Collectors.counting()));
    if (!counts.isEmpty()) {
      json.writeName("reusedFrom");
      json.writeStartObject();
      counts.forEach(json::writeNumberProperty);
      json.writeEndObject();
    }
  }

  private static void write(CharacterCount count, JsonGenerator json) {
    json.writeStartObject();
    json.writeNumberProperty("total", count.total());
    json.writeNumberProperty(name(Fate.TRANSLATED), count.translated());
    json.writeNumberProperty(name(Fate.REUSED), count.reused());
    json.writeNumberProperty(name(Fate.KEPT_AS_SOURCE), count.keptAsSource());
    json.writeName(name(Fate.SKIPPED));
    json.writeStartObject();
    new TreeMap<>(count.skipped()).forEach(json::writeNumberProperty);
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void write(Usage usage, JsonGenerator json) {
    json.writeStartObject();
    json.writeNumberProperty("requests", usage.requests());
    json.writeNumberProperty("promptTokens", usage.tokens().prompt());
    json.writeNumberProperty("cachedPromptTokens", usage.tokens().cached());
    json.writeNumberProperty("generatedTokens", usage.tokens().generated());
    json.writeNumberProperty("thinkingTokens", usage.tokens().thinking());
    json.writeEndObject();
  }

  private static void write(SegmentOutcome outcome, JobReport job, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("id", outcome.segment().id().value());
    json.writeStringProperty("role", name(outcome.segment().role()));
    json.writeStringProperty("fate", name(outcome.fate()));
    if (!outcome.reason().isEmpty()) {
      json.writeStringProperty("reason", outcome.reason());
    }
    json.writeStringProperty("source", outcome.segment().source().marked());
    if (outcome.fate() == Fate.TRANSLATED
        || outcome.fate() == Fate.REUSED
        || !outcome.target().equals(outcome.segment().source())) {
      json.writeStringProperty("target", job.written(outcome).marked());
    }
    json.writeNumberProperty("requests", outcome.requests());
    outcome
        .confidence()
        .ifPresent(confidence -> json.writeNumberProperty("confidence", rounded(confidence)));
    if (outcome.review() != Review.NONE) {
      json.writeStringProperty("review", name(outcome.review()));
    }
    if (!outcome.findings().isEmpty()) {
      json.writeName("findings");
      json.writeStartArray();
      outcome.findings().forEach(finding -> write(finding, json));
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static double rounded(double confidence) {
    return Math.round(confidence * 10_000) / 10_000.0;
  }

  private static void write(Finding finding, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("id", finding.id());
    json.writeStringProperty("severity", name(finding.severity()));
    json.writeStringProperty("message", finding.message());
    finding.suppressed().ifPresent(reason -> json.writeStringProperty("suppressed", reason));
    json.writeEndObject();
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
