package dev.yiben.pipeline.report;

import dev.yiben.pipeline.check.Severity;
import dev.yiben.pipeline.plan.Fingerprint;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes findings as SARIF 2.1.0 (OASIS, <em>Static Analysis Results Interchange Format</em>),
 * which services for code show beside the files.
 */
final class SarifReport implements ReportWriter {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private final JsonMapper mapper =
      JsonMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
  private final KnownRules known = new KnownRules();
  private final List<FileProblem> others;

  /** Creates a report with findings from elsewhere after those of the jobs. */
  SarifReport(List<FileProblem> others) {
    this.others = List.copyOf(others);
  }

  @Override
  public void write(List<JobReport> jobs, OutputStream out) throws IOException {
    List<FileProblem> problems = new ArrayList<>();
    jobs.forEach(
        job ->
            job.result()
                .documents()
                .forEach(document -> problems.addAll(FileProblems.of(document))));
    problems.addAll(others);
    Map<String, FileProblem> rules = new TreeMap<>();
    problems.forEach(problem -> rules.putIfAbsent(problem.finding().id(), problem));
    try (JsonGenerator json = mapper.writerWithDefaultPrettyPrinter().createGenerator(out)) {
      json.writeStartObject();
      json.writeStringProperty("$schema", SCHEMA);
      json.writeStringProperty("version", "2.1.0");
      json.writeName("runs");
      json.writeStartArray();
      json.writeStartObject();
      json.writeName("tool");
      writeTool(version(jobs), rules, json);
      json.writeStringProperty("columnKind", "unicodeCodePoints");
      json.writeName("results");
      writeResults(problems, List.copyOf(rules.keySet()), json);
      json.writeEndObject();
      json.writeEndArray();
      json.writeEndObject();
    }
    out.write('\n');
  }

  private static Optional<String> version(List<JobReport> jobs) {
    return jobs.stream()
        .flatMap(job -> job.manifest().stream())
        .map(ReportManifest::toolVersion)
        .findFirst();
  }

  private void writeTool(
      Optional<String> version, Map<String, FileProblem> rules, JsonGenerator json) {
    json.writeStartObject();
    json.writeName("driver");
    json.writeStartObject();
    json.writeStringProperty("name", "Yiben");
    version.ifPresent(number -> json.writeStringProperty("version", number));
    json.writeName("rules");
    json.writeStartArray();
    rules.forEach((id, example) -> writeRule(id, known.of(example), json));
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void writeRule(String id, KnownRules.Rule rule, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("id", id);
    writeText("shortDescription", sentence(rule.finds()), json);
    writeText("fullDescription", sentence(rule.finds()), json);
    writeText(
        "help",
        id
            + " finds "
            + rule.finds()
            + ". Where that is meant, suppress it with a reason, or set the check's severity by"
            + " --checks "
            + id
            + "=off.",
        json);
    json.writeName("defaultConfiguration");
    json.writeStartObject();
    json.writeStringProperty("level", level(rule.severity()));
    json.writeEndObject();
    json.writeName("properties");
    json.writeStartObject();
    json.writeName("tags");
    json.writeStartArray();
    json.writeString("translation");
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void writeResults(
      List<FileProblem> problems, List<String> rules, JsonGenerator json) {
    Map<String, Integer> same = new HashMap<>();
    json.writeStartArray();
    for (FileProblem problem : problems) {
      String identity = identity(problem);
      writeResult(
          problem,
          rules.indexOf(problem.finding().id()),
          identity + "/" + same.merge(identity, 1, Integer::sum),
          json);
    }
    json.writeEndArray();
  }

  /** Stays the same when lines or other segments come before it. */
  private static String identity(FileProblem problem) {
    String text = problem.source().isEmpty() ? problem.place() : problem.source();
    return Fingerprint.of(
            problem.finding().id(), uri(problem.file()), text, problem.finding().message())
        .value();
  }

  private static void writeResult(
      FileProblem problem, int rule, String fingerprint, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("ruleId", problem.finding().id());
    json.writeNumberProperty("ruleIndex", rule);
    json.writeStringProperty("level", level(problem.finding().severity()));
    writeText("message", sentence(problem.finding().message()), json);
    json.writeName("locations");
    writeLocations(problem, json);
    json.writeName("partialFingerprints");
    json.writeStartObject();
    json.writeStringProperty("finding/v1", fingerprint);
    json.writeEndObject();
    json.writeName("suppressions");
    json.writeStartArray();
    problem
        .finding()
        .suppressed()
        .ifPresent(
            reason -> {
              json.writeStartObject();
              json.writeStringProperty("kind", "external");
              json.writeStringProperty("status", "accepted");
              json.writeStringProperty("justification", reason);
              json.writeEndObject();
            });
    json.writeEndArray();
    json.writeName("properties");
    json.writeStartObject();
    json.writeStringProperty("source", problem.source());
    json.writeStringProperty("target", problem.target());
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void writeLocations(FileProblem problem, JsonGenerator json) {
    json.writeStartArray();
    json.writeStartObject();
    json.writeName("physicalLocation");
    json.writeStartObject();
    json.writeName("artifactLocation");
    json.writeStartObject();
    json.writeStringProperty("uri", uri(problem.file()));
    json.writeEndObject();
    problem
        .line()
        .ifPresent(
            line -> {
              json.writeName("region");
              json.writeStartObject();
              json.writeNumberProperty("startLine", line);
              json.writeEndObject();
            });
    json.writeEndObject();
    if (!problem.place().isEmpty()) {
      json.writeName("logicalLocations");
      json.writeStartArray();
      json.writeStartObject();
      json.writeStringProperty("fullyQualifiedName", problem.place());
      json.writeEndObject();
      json.writeEndArray();
    }
    json.writeEndObject();
    json.writeEndArray();
  }

  private static void writeText(String name, String text, JsonGenerator json) {
    json.writeName(name);
    json.writeStartObject();
    json.writeStringProperty("text", text);
    json.writeEndObject();
  }

  private static String sentence(String text) {
    String start = text.isEmpty() ? "" : text.substring(0, 1).toUpperCase(Locale.ROOT);
    return text.isEmpty() || text.endsWith(".") ? text : start + text.substring(1) + ".";
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "note";
      case OFF -> "none";
    };
  }

  /** Returns a reference that is relative below the working folder, as services want it. */
  private static String uri(Path file) {
    Path here = Path.of("").toAbsolutePath();
    Path absolute = file.toAbsolutePath().normalize();
    if (!absolute.startsWith(here) || absolute.equals(here)) {
      return absolute.toUri().toASCIIString();
    }
    List<String> names = new ArrayList<>();
    here.relativize(absolute).forEach(name -> names.add(name.toString()));
    try {
      String path = new URI(null, null, "/" + String.join("/", names), null).toASCIIString();
      // Before a colon in the first name, a reader would see a scheme.
      return path.substring(1).replace(":", "%3A");
    } catch (URISyntaxException e) {
      throw new IllegalStateException("A path with a slash is a path", e);
    }
  }
}
