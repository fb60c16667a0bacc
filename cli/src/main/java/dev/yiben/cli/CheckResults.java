package dev.yiben.cli;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Role;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.pipeline.DocumentResult;
import dev.yiben.pipeline.Fate;
import dev.yiben.pipeline.JobResult;
import dev.yiben.pipeline.SegmentOutcome;
import dev.yiben.pipeline.Usage;
import dev.yiben.pipeline.check.Severity;
import dev.yiben.pipeline.report.FileProblem;
import dev.yiben.pipeline.report.FileProblems;
import dev.yiben.pipeline.report.JobReport;
import dev.yiben.pipeline.report.ReportFormat;
import dev.yiben.pipeline.suppression.Suppressions;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a check came to, as lines, as JSON and as reports. */
final class CheckResults {
  private static final String UNDETERMINED = "und";

  private final List<JobReport> jobs;
  private final List<FileProblem> others;
  private final List<FileProblem> problems;
  private final List<String> unused;
  private final boolean complete;

  /**
   * Creates the results of a check.
   *
   * @param checked what was paired, by language
   * @param others what was found besides, suppressed already
   * @param complete whether all could be read that the user named
   */
  CheckResults(
      List<JobReport> checked,
      List<FileProblem> others,
      Suppressions suppressions,
      boolean complete) {
    this.jobs = checked.stream().map(job -> applied(job, suppressions)).toList();
    this.others = List.copyOf(others);
    this.problems =
        Stream.concat(
                jobs.stream()
                    .flatMap(job -> job.result().documents().stream())
                    .flatMap(document -> FileProblems.of(document).stream()),
                others.stream())
            .toList();
    this.unused = suppressions.unused();
    this.complete = complete;
  }

  private static JobReport applied(JobReport job, Suppressions suppressions) {
    return job.with(suppressions.apply(job.result()));
  }

  /** Returns whether any problem counts, or something could not be read. */
  boolean fails(FailOn failOn) {
    return !complete
        || jobs.stream().anyMatch(job -> failOn.fails(job.result()))
        || others.stream().anyMatch(problem -> failOn.fails(problem.finding()));
  }

  /** Prints a line for each problem that is not suppressed. */
  void print(PrintStream out) {
    problems.stream()
        .filter(problem -> !problem.finding().isSuppressed())
        .forEach(problem -> out.println(line(problem)));
  }

  /** Prints all problems as JSON. */
  void printJson(PrintStream out) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("errors", count(Severity.ERROR));
    tree.put("warnings", count(Severity.WARNING));
    tree.put("infos", count(Severity.INFO));
    tree.put("suppressed", suppressed());
    tree.put("files", documents().map(CheckResults::json).toList());
    tree.put("problems", problems.stream().map(CheckResults::json).toList());
    tree.put("unusedSuppressions", unused);
    Json.print(out, tree);
  }

  /** Tells how many problems there are, and what else a user should know. */
  void tell(Console console) {
    documents()
        .forEach(
            document ->
                document
                    .notices()
                    .forEach(notice -> console.detail(document.input() + ": " + notice)));
    unused.forEach(console::warning);
    problems.stream()
        .filter(problem -> problem.finding().isSuppressed())
        .forEach(
            problem ->
                console.detail(
                    "suppressed: " + line(problem) + " — " + problem.finding().suppressed().get()));
    List<String> words = new ArrayList<>();
    if (problems.size() == suppressed()) {
      words.add("no problems");
    } else {
      words.add(count(count(Severity.ERROR), "error"));
      words.add(count(count(Severity.WARNING), "warning"));
    }
    if (count(Severity.INFO) > 0) {
      words.add(count(Severity.INFO) + " more to look at");
    }
    if (suppressed() > 0) {
      words.add(suppressed() + " suppressed");
    }
    console.info(String.join(", ", words));
  }

  /** Writes a report to a file. */
  void write(Path file) {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      ReportFormat format = ReportFormat.of(file);
      format.writer(others).write(format.isListOfFindings() ? jobs : allJobs(), out);
    } catch (IOException e) {
      throw new UsageException(
          "--report " + file + ": cannot be written: " + SourceFiles.reason(e), e);
    }
  }

  /** Returns the jobs with what was found besides, for reports that know documents only. */
  private List<JobReport> allJobs() {
    if (others.isEmpty() && !jobs.isEmpty()) {
      return jobs;
    }
    Map<Path, List<FileProblem>> files = new LinkedHashMap<>();
    others.forEach(
        problem -> files.computeIfAbsent(problem.file(), file -> new ArrayList<>()).add(problem));
    List<DocumentResult> documents =
        files.entrySet().stream().map(file -> document(file.getKey(), file.getValue())).toList();
    List<JobReport> all = new ArrayList<>(jobs);
    all.add(JobReport.of(UNDETERMINED, new JobResult(documents, Optional.empty())));
    return all;
  }

  private static DocumentResult document(Path file, List<FileProblem> problems) {
    return new DocumentResult(
        file,
        file,
        DocumentResult.Status.CHECKED,
        Optional.empty(),
        "",
        Optional.empty(),
        problems.stream().map(CheckResults::outcome).toList(),
        Optional.empty(),
        List.of(),
        Usage.NONE);
  }

  private static SegmentOutcome outcome(FileProblem problem) {
    String line = problem.line().isPresent() ? "line " + problem.line().getAsInt() : "";
    String id = (line + " " + problem.place()).strip();
    CodedText nothing = CodedText.of("");
    return new SegmentOutcome(
        new Segment(
            new SegmentId(id.isEmpty() ? "file" : id),
            nothing,
            Role.PARAGRAPH,
            "",
            Optional.empty()),
        Fate.SKIPPED,
        nothing,
        "checked",
        List.of(problem.finding()),
        0);
  }

  private Stream<DocumentResult> documents() {
    return jobs.stream().flatMap(job -> job.result().documents().stream());
  }

  private long count(Severity severity) {
    return problems.stream()
        .filter(problem -> !problem.finding().isSuppressed())
        .filter(problem -> problem.finding().severity() == severity)
        .count();
  }

  private long suppressed() {
    return problems.stream().filter(problem -> problem.finding().isSuppressed()).count();
  }

  private static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private static String line(FileProblem problem) {
    List<String> words = new ArrayList<>();
    words.add(
        problem.file() + ":" + (problem.line().isPresent() ? problem.line().getAsInt() + ":" : ""));
    words.add(problem.finding().severity().name());
    words.add(problem.finding().id());
    if (!problem.place().isEmpty()) {
      words.add(problem.place() + ":");
    }
    words.add(problem.finding().message());
    return Texts.printable(String.join(" ", words));
  }

  private static Map<String, Object> json(DocumentResult document) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("source", document.input().toString());
    json.put("file", document.output().toString());
    json.put("status", document.status().name().toLowerCase(Locale.ROOT));
    json.put("segments", document.segments().size());
    return json;
  }

  private static Map<String, Object> json(FileProblem problem) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", problem.finding().id());
    json.put("severity", problem.finding().severity().name().toLowerCase(Locale.ROOT));
    json.put("file", problem.file().toString());
    if (problem.line().isPresent()) {
      json.put("line", problem.line().getAsInt());
    }
    json.put("place", problem.place());
    json.put("message", problem.finding().message());
    if (!problem.source().isEmpty()) {
      json.put("source", problem.source());
    }
    if (!problem.target().isEmpty()) {
      json.put("target", problem.target());
    }
    problem.finding().suppressed().ifPresent(reason -> json.put("suppressed", reason));
    return json;
  }
}
