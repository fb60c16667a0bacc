package dev.yiben.pipeline.report;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.InlineCode;
import dev.yiben.pipeline.DocumentResult;
import dev.yiben.pipeline.Fate;
import dev.yiben.pipeline.Review;
import dev.yiben.pipeline.SegmentOutcome;
import dev.yiben.pipeline.TermUse;
import dev.yiben.pipeline.Usage;
import dev.yiben.pipeline.check.Finding;
import dev.yiben.pipeline.check.QaChecks;
import java.io.Writer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * The data of a page, as compact as its script can read: segments are arrays, and inline codes are
 * numbers in a list of those that there are.
 */
final class PageData {
  /** Longer ones, such as pictures within a document, are of no use to a reader. */
  private static final int MOST_CODE_CHARACTERS = 300;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .characterEscapes(new ScriptEscapes())
                  .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                  .build())
          .build();

  private final List<JobReport> jobs;
  private final Map<List<String>, Integer> codes = new LinkedHashMap<>();

  PageData(List<JobReport> jobs) {
    this.jobs = jobs;
  }

  void write(Writer writer) {
    try (JsonGenerator json = MAPPER.createGenerator(writer)) {
      json.writeStartObject();
      json.writeName("jobs");
      json.writeStartArray();
      jobs.forEach(job -> write(job, json));
      json.writeEndArray();
      json.writeName("checks");
      json.writeStartObject();
      QaChecks.rules().forEach(rule -> json.writeStringProperty(rule.id(), rule.finds()));
      json.writeEndObject();
      json.writeName("codes");
      json.writeStartArray();
      codes.keySet().forEach(code -> writeArray(code, json));
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private void write(JobReport job, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("language", job.targetLanguage());
    json.writeName("made");
    json.writeStartArray();
    job.manifest()
        .ifPresent(
            manifest ->
                PageManifest.of(manifest)
                    .forEach((name, value) -> writeArray(List.of(name, value), json)));
    json.writeEndArray();
    job.time()
        .ifPresent(
            time -> {
              json.writeStringProperty("started", time.started().toString());
              json.writeNumberProperty("seconds", time.duration().toMillis() / 1000.0);
            });
    job.result()
        .estimatedTime()
        .ifPresent(time -> json.writeNumberProperty("estimatedSeconds", time.toMillis() / 1000.0));
    job.cost().ifPresent(cost -> json.writeStringProperty("cost", cost.toString()));
    job.conversion().ifPresent(done -> json.writeStringProperty("conversion", done.notice()));
    json.writeName("usage");
    write(job.result().usage(), json);
    json.writeName("terms");
    json.writeStartArray();
    Map<String, Integer> places = places(job);
    job.result().terms().forEach(term -> write(term, places, json));
    json.writeEndArray();
    json.writeName("files");
    json.writeStartArray();
    job.result().documents().forEach(document -> write(document, json));
    json.writeEndArray();
    json.writeName("segments");
    json.writeStartArray();
    for (DocumentResult document : job.result().documents()) {
      document.segments().forEach(outcome -> write(outcome, job, json));
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(Usage usage, JsonGenerator json) {
    json.writeStartObject();
    json.writeNumberProperty("requests", usage.requests());
    json.writeNumberProperty("prompt", usage.tokens().prompt());
    json.writeNumberProperty("cached", usage.tokens().cached());
    json.writeNumberProperty("generated", usage.tokens().generated());
    json.writeNumberProperty("thinking", usage.tokens().thinking());
    json.writeEndObject();
  }

  /** Returns the index of each segment with a violated term in the list of all segments. */
  private static Map<String, Integer> places(JobReport job) {
    Map<String, Integer> places = new HashMap<>();
    int index = 0;
    for (DocumentResult document : job.result().documents()) {
      for (SegmentOutcome outcome : document.segments()) {
        if (!outcome.findings().isEmpty()) {
          places.put(place(document.input().toString(), outcome.segment().id().value()), index);
        }
        index++;
      }
    }
    return places;
  }

  private static String place(String file, String segment) {
    return file + "\0" + segment;
  }

  private static void write(TermUse use, Map<String, Integer> places, JsonGenerator json) {
    json.writeStartArray();
    json.writeString(use.term().source());
    json.writeString(use.term().target());
    json.writeString(use.term().note());
    json.writeString(name(use.kind()));
    json.writeNumber(use.segments());
    json.writeNumber(use.term().regex() ? 1 : 0);
    json.writeStartArray();
    for (TermUse.Violation violation : use.violations()) {
      json.writeNumber(
          places.getOrDefault(
              place(violation.input().toString(), violation.segment().value()), -1));
    }
    json.writeEndArray();
    json.writeEndArray();
  }

  private static void write(DocumentResult document, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("input", document.input().toString());
    json.writeStringProperty("output", document.output().toString());
    json.writeStringProperty("status", name(document.status()));
    document.failure().ifPresent(failure -> json.writeStringProperty("failure", failure));
    json.writeStringProperty("format", document.format());
    document.sourceLanguage().ifPresent(language -> json.writeStringProperty("language", language));
    json.writeNumberProperty("segments", document.segments().size());
    if (document.coverage().isPresent()) {
      CharacterCount count = CharacterCount.of(document);
      json.writeName("characters");
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
    json.writeName("notices");
    writeArray(document.notices(), json);
    json.writeEndObject();
  }

  private void write(SegmentOutcome outcome, JobReport job, JsonGenerator json) {
    CodedText source = outcome.segment().source();
    json.writeStartArray();
    json.writeString(outcome.segment().id().value());
    json.writeString(name(outcome.segment().role()));
    json.writeNumber(number(outcome.fate()));
    json.writeString(outcome.reason());
    json.writeString(source.marked());
    if (outcome.fate() == Fate.KEPT_AS_SOURCE || outcome.target().equals(source)) {
      json.writeNumber(outcome.fate() == Fate.TRANSLATED || outcome.fate() == Fate.REUSED ? 1 : 0);
    } else {
      json.writeString(job.written(outcome).marked());
    }
    json.writeStartArray();
    for (InlineCode code : source.codes()) {
      json.writeString(code.placeholder());
      json.writeNumber(number(code));
    }
    json.writeEndArray();
    json.writeNumber(outcome.requests());
    json.writeNumber(Math.round(outcome.confidence().orElse(0) * 1000) / 1000.0);
    json.writeStartArray();
    for (Finding finding : outcome.findings()) {
      json.writeStartArray();
      json.writeString(finding.id());
      json.writeString(name(finding.severity()));
      json.writeString(finding.message());
      finding.suppressed().ifPresent(json::writeString);
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeString(outcome.review() == Review.NONE ? "" : name(outcome.review()));
    json.writeEndArray();
  }

  /** Returns the place of a fate in the script's list of them. */
  private static int number(Fate fate) {
    return switch (fate) {
      case TRANSLATED -> 0;
      case REUSED -> 1;
      case SKIPPED -> 2;
      case KEPT_AS_SOURCE -> 3;
    };
  }

  private int number(InlineCode code) {
    String original = code.original();
    String shown =
        original.length() > MOST_CODE_CHARACTERS
            ? original.substring(0, MOST_CODE_CHARACTERS) + "…"
            : original;
    return codes.computeIfAbsent(List.of(shown, code.text()), key -> codes.size());
  }

  private static void writeArray(List<String> texts, JsonGenerator json) {
    json.writeStartArray();
    texts.forEach(json::writeString);
    json.writeEndArray();
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
