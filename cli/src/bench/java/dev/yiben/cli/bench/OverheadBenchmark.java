package dev.yiben.cli.bench;

import de.kherud.llama.InferenceParameters;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
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
    double tokens = results.get("tokens").get(0);
    double run = Median.of(results.get("run"));
    double constrained = Median.of(results.get("constrained"));
    double free = Median.of(results.get("free"));
    String rates =
        String.format(
            Locale.ROOT,
            "%.0f of %.0f and %.0f token/s generated, %.0f requests",
            tokens / run,
            tokens / constrained,
            tokens / free,
            results.get("requests").get(0));
    return List.of(
        Figure.atLeast(
            0.95, "run ÷ bare binding with the same grammars, " + what, constrained / run, rates),
        Figure.plain("run ÷ bare binding without grammars, " + what, free / run, rates));
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
              : BenchJob.ofSubtitles(work.resolve("overhead"), SLOTS, 25);
      RecordingEngine engine = new RecordingEngine(BenchEngine.open(model, window, SLOTS, threads));
      BareBinding bare = new BareBinding(model, window, SLOTS, threads);
      List<Double> run = new ArrayList<>();
      List<Double> constrained = new ArrayList<>();
      List<Double> free = new ArrayList<>();
      double tokens = 0;
      double requests = 0;
      // The first round warms up.
      for (int round = 0; round <= rounds; round++) {
        long start = System.nanoTime();
        job.run(engine);
        double seconds = (System.nanoTime() - start) / 1e9;
        List<List<RecordingEngine.Exchange>> exchanges = engine.take();
        List<List<InferenceParameters>> same = bare.prepare(exchanges, true);
        List<List<InferenceParameters>> without = bare.prepare(exchanges, false);
        double secondsConstrained = bare.run(same);
        double secondsFree = bare.run(without);
        if (round > 0) {
          run.add(seconds);
          constrained.add(secondsConstrained);
          free.add(secondsFree);
        }
        requests = exchanges.stream().mapToInt(List::size).sum();
        tokens =
            exchanges.stream()
                .flatMap(List::stream)
                .mapToLong(exchange -> exchange.result().tokens().generated())
                .sum();
      }
      ChildProcess.tell("run", run);
      ChildProcess.tell("constrained", constrained);
      ChildProcess.tell("free", free);
      ChildProcess.tell("tokens", List.of(tokens));
      ChildProcess.tell("requests", List.of(requests));
      System.out.flush();
      Runtime.getRuntime().halt(0);
    }
  }
}
