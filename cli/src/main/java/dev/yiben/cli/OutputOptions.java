package dev.yiben.cli;

import dev.yiben.pipeline.OnExists;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that say where the results go. */
final class OutputOptions {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE|DIR",
      description =
          "For one file and one language, the file to write if the name has an extension; else a"
              + " folder, which gets the files under their own names, with a folder for each of"
              + " several languages. Default: name.LANG.ext beside each file.")
  private Optional<String> output = Optional.empty();

  @Option(
      names = "--on-exists",
      paramLabel = "fail|replace|skip",
      defaultValue = "fail",
      description = "What to do where an output is there already; default: fail.")
  private OnExists onExists;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      split = "\n",
      splitSynopsisLabel = "",
      description =
          "Write a report that lists every segment with its fate: FILE.html for people, FILE.json"
              + " for programs; FILE.sarif and FILE.xml (JUnit) list findings for CI. Repeat it for"
              + " several.")
  private List<Path> reports = List.of();

  @Option(
      names = "--json",
      description = "Write the report to the standard output, instead of the paths of outputs.")
  private boolean json;

  @Option(
      names = {"-n", "--dry-run"},
      description =
          "Write nothing: show the segments, tokens, requests and the time that it would take.")
  private boolean dryRun;

  @Option(
      names = "--fail-on",
      paramLabel = "info|warning|error|never|ID",
      defaultValue = "error",
      converter = FailOn.Converter.class,
      description =
          "Findings that make the exit code 1, of a severity or of checks, such as error,TERM-001;"
              + " default: error, segments that kept their source and files that failed.")
  private FailOn failOn;

  @Mixin private final SuppressionOptions suppressions = new SuppressionOptions();

  /** Throws a usage exception if a report cannot be written later on. */
  void requireValid(Environment environment) {
    requireFolders(environment, reports);
  }

  /** Throws a usage exception if one of some reports cannot be written later on. */
  static void requireFolders(Environment environment, List<Path> reports) {
    for (Path report : reports) {
      Path file = environment.resolve(report).toAbsolutePath();
      if (!Files.isDirectory(file.getParent())) {
        throw new UsageException("--report " + report + ": there is no folder " + file.getParent());
      }
      if (Files.isDirectory(file)) {
        throw new UsageException("--report " + report + ": is a folder; name a file in it");
      }
    }
  }

  Optional<String> output() {
    return output;
  }

  OnExists onExists() {
    return onExists;
  }

  List<Path> reports() {
    return reports.stream().distinct().toList();
  }

  boolean json() {
    return json;
  }

  boolean dryRun() {
    return dryRun;
  }

  SuppressionOptions suppressions() {
    return suppressions;
  }

  FailOn failOn() {
    return failOn;
  }
}
