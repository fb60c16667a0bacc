package dev.yiben.cli.bench;

import dev.yiben.inference.TokenUsage;
import dev.yiben.pipeline.JobResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What more slots give: tokens per second of the same translation, relative to one slot. */
final class SlotsBenchmark implements Benchmark {
  private static final List<Integer> SLOTS = List.of(1, 2, 4, 8);

  @Override
  public String name() {
    return "slots";
  }

  @Override
  public List<Figure> measure(BenchSettings settings) throws IOException, InterruptedException {
    Shape shape = settings.quick() ? Shape.tiny(32_000) : Shape.medium(32_000);
    Path model = BenchModel.file(settings.work(), shape, true);
    List<Figure> figures = new ArrayList<>();
    for (BenchEngine engine : BenchEngine.available()) {
      measure(settings, shape, model, engine, figures);
    }
    return figures;
  }

  private static void measure(
      BenchSettings settings, Shape shape, Path model, BenchEngine engine, List<Figure> figures)
      throws IOException, InterruptedException {
    Map<Integer, List<Double>> rates = new LinkedHashMap<>();
    for (int round = 0; round < settings.rounds(); round++) {
      for (int slots : SLOTS) {
        double rate =
            ChildProcess.run(
                    Worker.class, settings.work(), model, slots, settings.threads(), engine.name())
                .get("rate")
                .get(0);
        rates.computeIfAbsent(slots, any -> new ArrayList<>()).add(rate);
      }
    }
    double one = Median.of(rates.get(1));
    for (int slots : SLOTS) {
      double rate = Median.of(rates.get(slots));
      figures.add(
          Figure.plain(
              engine
                  + ": "
                  + slots
                  + (slots == 1 ? " slot, " : " slots, relative to one, ")
                  + shape,
              rate / one,
              String.format(Locale.ROOT, "%.0f token/s generated", rate)));
    }
  }

  /** Translates once with so many slots. */
  static final class Worker {
    private Worker() {}

    /** Runs in a process of its own. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
      Path work = Path.of(arguments[0]);
      int slots = Integer.parseInt(arguments[2]);
      BenchJob job = BenchJob.ofSubtitles(work.resolve("slots"), 8, 12);
      RecordingEngine engine =
          new RecordingEngine(
              BenchEngine.valueOf(arguments[4])
                  .open(Path.of(arguments[1]), 2048, slots, Integer.parseInt(arguments[3])));
      long start = System.nanoTime();
      JobResult result = job.run(engine);
      double seconds = (System.nanoTime() - start) / 1e9;
      TokenUsage tokens = result.usage().tokens();
      ChildProcess.tell("rate", List.of(tokens.generated() / seconds));
      ChildProcess.tell("evaluated", List.of((double) tokens.evaluated()));
      ChildProcess.tell("memory", List.of(PeakMemory.mebibytes()));
      System.out.flush();
      Runtime.getRuntime().halt(0);
    }
  }
}
