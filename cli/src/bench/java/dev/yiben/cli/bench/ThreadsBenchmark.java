package dev.yiben.cli.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Tokens per second of a translation on one thread, on all cores, and on as many as the engine
 * chooses, alone and beside a program that keeps a processor busy.
 */
final class ThreadsBenchmark implements Benchmark {
  private static final int STREAMS = 4;
  private static final int CHOSEN = 0;

  @Override
  public String name() {
    return "threads";
  }

  @Override
  public List<Figure> measure(BenchSettings settings) throws IOException, InterruptedException {
    List<Figure> figures = new ArrayList<>();
    if (!BenchEngine.available().contains(BenchEngine.NATIVE)) {
      return figures;
    }
    List<Shape> shapes =
        settings.quick()
            ? List.of(Shape.tiny(32_000))
            : List.of(Shape.tiny(32_000), Shape.medium(32_000), Shape.small(32_000));
    for (Shape shape : shapes) {
      Path model = BenchModel.file(settings.work(), shape, true);
      for (boolean beside : List.of(false, true)) {
        figures.addAll(measure(settings, shape, model, beside));
      }
    }
    return figures;
  }

  private static List<Figure> measure(
      BenchSettings settings, Shape shape, Path model, boolean beside)
      throws IOException, InterruptedException {
    List<Integer> variants = List.of(1, Runtime.getRuntime().availableProcessors(), CHOSEN);
    Map<Integer, List<Double>> rates = new LinkedHashMap<>();
    Process busy = beside ? ChildProcess.start(Busy.class) : null;
    try {
      for (int round = 0; round < settings.rounds(); round++) {
        for (int threads : variants) {
          rates
              .computeIfAbsent(threads, any -> new ArrayList<>())
              .addAll(
                  ChildProcess.run(
                          SlotsBenchmark.Worker.class,
                          settings.work(),
                          model,
                          STREAMS,
                          threads,
                          BenchEngine.NATIVE.name())
                      .get("rate"));
        }
      }
    } finally {
      if (busy != null) {
        busy.destroyForcibly().waitFor();
      }
    }
    double best =
        rates.entrySet().stream()
            .filter(rate -> rate.getKey() != CHOSEN)
            .mapToDouble(rate -> Median.of(rate.getValue()))
            .max()
            .orElseThrow();
    List<String> details = new ArrayList<>();
    rates.forEach(
        (threads, values) ->
            details.add(
                String.format(
                    Locale.ROOT,
                    "%.0f token/s with %s",
                    Median.of(values),
                    threads == CHOSEN ? "as many as chosen" : threads + " threads")));
    return List.of(
        Figure.atLeast(
            0.9,
            "threads chosen ÷ the better number of threads, "
                + STREAMS
                + " streams, "
                + (beside ? "beside a busy program, " : "")
                + shape,
            Median.of(rates.get(CHOSEN)) / best,
            String.join(", ", details)));
  }

  /** Keeps a processor busy. */
  static final class Busy {
    private Busy() {}

    /** Runs until it is killed, or for ten minutes at most. */
    public static void main(String[] arguments) {
      long end = System.nanoTime() + 600_000_000_000L;
      while (System.nanoTime() < end) {
        Thread.onSpinWait();
      }
    }
  }
}
