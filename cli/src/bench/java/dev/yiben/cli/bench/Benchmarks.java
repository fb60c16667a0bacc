package dev.yiben.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The command {@code cli/src/bench/run [--rounds N] [--threads N] [--work DIR] [--quick]
 * [NAME...]}: runs the benchmarks of these names, or all, and prints one table.
 */
final class Benchmarks {
  private static final List<Benchmark> ALL =
      List.of(
          new OverheadBenchmark(),
          new PromptCacheBenchmark(),
          new SlotsBenchmark(),
          new GrammarBenchmark(),
          new EnginesBenchmark(),
          new ThreadsBenchmark(),
          new EndpointBenchmark(),
          new DocumentBenchmark(),
          new OfficeBenchmark(),
          new GameBenchmark());

  private Benchmarks() {}

  /** Runs the command. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path repository = Path.of(System.getProperty("yiben.home", "."));
    Path work = Path.of(System.getProperty("java.io.tmpdir"), "yiben-bench");
    int rounds = 5;
    int threads = 1;
    boolean quick = false;
    Set<String> names = new LinkedHashSet<>();
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--rounds" -> rounds = Integer.parseInt(arguments[++i]);
        case "--threads" -> threads = Integer.parseInt(arguments[++i]);
        case "--work" -> work = Path.of(arguments[++i]);
        case "--quick" -> quick = true;
        default -> names.add(arguments[i]);
      }
    }
    List<Benchmark> chosen =
        ALL.stream().filter(b -> names.isEmpty() || names.contains(b.name())).toList();
    if (chosen.isEmpty()) {
      System.err.println(
          "There is no such benchmark; there are "
              + ALL.stream().map(Benchmark::name).collect(Collectors.joining(", ")));
      System.exit(2);
    }
    Files.createDirectories(work);
    BenchSettings settings = new BenchSettings(repository, work, rounds, threads, quick);
    List<Figure> figures = new ArrayList<>();
    for (Benchmark benchmark : chosen) {
      System.err.println(benchmark.name() + " …");
      figures.addAll(benchmark.measure(settings));
    }
    System.out.println("| figure | value | target | met | details |");
    System.out.println("|---|---|---|---|---|");
    for (Figure figure : figures) {
      String met = figure.target().isEmpty() ? "" : figure.met() ? "yes" : "NO";
      System.out.println(
          "| "
              + String.join(
                  " | ", figure.what(), figure.value(), figure.target(), met, figure.details())
              + " |");
    }
    System.exit(figures.stream().allMatch(Figure::met) ? 0 : 1);
  }
}
