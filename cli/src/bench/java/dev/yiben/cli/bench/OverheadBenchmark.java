package dev.yiben.cli.bench;

import de.kherud.llama.InferenceParameters;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What Yiben adds to llama.cpp: tokens per second of a whole translation, files and checks and
 * store and all, against the bare binding that answers the same requests with as many tokens.
 */
final class OverheadBenchmark implements Benchmark {
  private static final String DEMO = "samples/demo-model/demo-en-zh.gguf";
  private static final int SLOTS = 2;

  @Override
  public String name() {
    return "overhead";
  }

  @Override
  public List<Figure> measure(BenchSettings settings) throws IOException, InterruptedException {
    List<Figure> figures = new ArrayList<>();
    Shape shape = settings.quick() ? Shape.tiny(32_000) : Shape.medium(32_000);
    Path model = BenchModel.file(settings.work(), shape, true);
    figures.addAll(figures(settings, model, shape.toString(), 8192));
    Path demo = settings.repository().resolve(DEMO);
    figures.addAll(figures(settings, demo, "the demo model", 1024));
    return figures;
  }

  private static List<Figure> figures(BenchSettings settings, Path model, String what, int window)
      throws IOException, InterruptedException {
    Map<String, List<Double>> results =
        ChildProcess.run(
            Worker.class,
            settings.work(),
            model,
            window,
            settings.threads(),
            settings.rounds(),
            settings.repository());
    return List.of(
        figure("constrained", "run ÷ bare binding with the same grammars, " + what, results),
        figure("free", "run ÷ bare binding without grammars, " + what, results));
  }

  private static Figure figure(String bare, String what, Map<String, List<Double>> results) {
    double tokens = results.get("tokens").get(0);
    String details =
        String.format(
            Locale.ROOT,
            "by processor time; by the clock %.2f; %.0f of %.0f token/s generated, %.0f requests",
            Median.ofRatios(results.get(bare + ".clock"), results.get("run.clock")),
            tokens / Median.of(results.get("run.clock")),
            tokens / Median.of(results.get(bare + ".clock")),
            results.get("requests").get(0));
    double ratio = Median.ofRatios(results.get(bare + ".processor"), results.get("run.processor"));
    return bare.equals("constrained")
        ? Figure.atLeast(0.95, what, ratio, details)
        : Figure.plain(what, ratio, details);
  }

  /** Measures one model. */
  static final class Worker {
    private Worker() {}

    /** Runs in a process of its own. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
      Path work = Path.of(arguments[0]);
      Path model = Path.of(arguments[1]);
      int window = Integer.parseInt(arguments[2]);
      int threads = Integer.parseInt(arguments[3]);
      int rounds = Integer.parseInt(arguments[4]);
      Path repository = Path.of(arguments[5]);
      BenchJob job =
          model.endsWith(DEMO)
              ? BenchJob.ofSamples(repository, work.resolve("overhead-demo"))
              : BenchJob.ofSubtitles(work.resolve("overhead"), SLOTS, 10);
      RecordingEngine engine =
          new RecordingEngine(BenchEngine.EMBEDDED.open(model, window, SLOTS, threads));
      BareBinding bare = new BareBinding(model, window, SLOTS, threads);
      Map<String, List<Double>> results = new LinkedHashMap<>();
      double tokens = 0;
      double requests = 0;
      // The first round warms up.
      for (int round = 0; round <= rounds; round++) {
        Stopwatch watch = new Stopwatch();
        job.run(engine);
        Stopwatch.Time run = watch.stop();
        List<List<RecordingEngine.Exchange>> exchanges = engine.take();
        List<List<InferenceParameters>> same = bare.prepare(exchanges, true);
        List<List<InferenceParameters>> without = bare.prepare(exchanges, false);
        Stopwatch.Time constrained = bare.run(same);
        Stopwatch.Time free = bare.run(without);
        if (round > 0) {
          add(results, "run", run);
          add(results, "constrained", constrained);
          add(results, "free", free);
        }
        requests = exchanges.stream().mapToInt(List::size).sum();
        tokens =
            exchanges.stream()
                .flatMap(List::stream)
                .mapToLong(exchange -> exchange.result().tokens().generated())
                .sum();
      }
      results.forEach(ChildProcess::tell);
      ChildProcess.tell("tokens", List.of(tokens));
      ChildProcess.tell("requests", List.of(requests));
      System.out.flush();
      Runtime.getRuntime().halt(0);
    }

    private static void add(
        Map<String, List<Double>> results, String variant, Stopwatch.Time time) {
      results.computeIfAbsent(variant + ".clock", key -> new ArrayList<>()).add(time.clock());
      results
          .computeIfAbsent(variant + ".processor", key -> new ArrayList<>())
          .add(time.processor());
    }
  }
}
