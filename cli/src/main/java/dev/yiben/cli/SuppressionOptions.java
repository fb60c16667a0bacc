package dev.yiben.cli;

import dev.yiben.pipeline.suppression.Suppression;
import dev.yiben.pipeline.suppression.Suppressions;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Options that say which findings do not count. */
final class SuppressionOptions {
  @Option(
      names = "--suppressions",
      paramLabel = "FILE",
      split = "\n",
      splitSynopsisLabel = "",
      description =
          "Findings that do not count, with a reason each: a list in YAML; the configuration may"
              + " hold the list itself.")
  private List<String> suppressions = List.of();

  /**
   * Returns the suppressions of a run that begins now.
   *
   * @throws UsageException if one makes no sense
   */
  Suppressions read(Environment environment) {
    List<Suppression> all = new ArrayList<>();
    for (String value : suppressions) {
      if (SuppressionsFile.isLine(value)) {
        all.add(SuppressionsFile.readLine(value));
      } else {
        all.addAll(SuppressionsFile.read(environment.resolve(Path.of(value))));
      }
    }
    return new Suppressions(all, LocalDate.now(ZoneId.systemDefault()));
  }
}
