package dev.yiben.cli.bench;

import dev.yiben.cli.LargeDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** How long the command takes for a Word document of 300 pages, in 512 MB of memory. */
final class OfficeBenchmark implements Benchmark {
  private static final int PAGES = 300;

  @Override
  public String name() {
    return "office";
  }

  @Override
  public List<Figure> measure(BenchSettings settings) throws IOException, InterruptedException {
    Path document = settings.work().resolve("document-" + PAGES + ".docx");
    LargeDocument.write(document, PAGES);
    CommandRuns runs = new CommandRuns(settings, "-Xmx512m");
    List<Double> echo = runs.seconds(document, "echo");
    return List.of(
        Figure.atMost(
            3.0,
            "seconds of the command with --engine echo on a Word document of 300 pages, in 512 MB",
            Median.of(echo),
            String.format(
                Locale.ROOT,
                "rounds from %.2f to %.2f",
                echo.stream().min(Double::compare).orElseThrow(),
                echo.stream().max(Double::compare).orElseThrow())),
        Figure.plain(
            "the same with --engine pseudo", Median.of(runs.seconds(document, "pseudo")), ""));
  }
}
