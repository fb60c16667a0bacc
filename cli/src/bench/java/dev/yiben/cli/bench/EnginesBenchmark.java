package dev.yiben.cli.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The engine on the machine's own llama.cpp against the embedded one: the same work by both in
 * turns.
 */
final class EnginesBenchmark implements Benchmark {
  private static final List<Integer> STREAMS = List.of(1, 2, 4, 8);

  private record Model(String what, Path file, String profile) {}

  @Override
  public String name() {
    return "engines";
  }

  @Override
  public List<Figure> measure(BenchSettings settings) throws IOException, InterruptedException {
    if (!BenchEngine.available().contains(BenchEngine.NATIVE)) {
      return List.of();
    }
    List<Figure> figures = new ArrayList<>();
    for (Model model : models(settings)) {
      answers(settings, model, figures);
    }
    Shape shape = settings.quick() ? Shape.tiny(32_000) : Shape.medium(32_000);
    Path file = BenchModel.file(settings.work(), shape, true);
    for (int streams : STREAMS) {
      translations(settings, new Model(shape.toString(), file, "default"), streams, figures);
    }
    return figures;
  }

  private static List<Model> models(BenchSettings settings) throws IOException {
    List<Model> models = new ArrayList<>();
    models.add(
        new Model(
            "the demo model",
            settings.repository().resolve("samples/demo-model/demo-en-zh.gguf"),
            "demo"));
    List<Shape> shapes =
        settings.quick()
            ? List.of(Shape.tiny(150_000))
            : List.of(Shape.medium(32_000), Shape.small(150_000));
    for (Shape shape : shapes) {
      models.add(
          new Model(shape.toString(), BenchModel.file(settings.work(), shape, true), "default"));
    }
    return models;
  }

  /** One request after the other, with a grammar and without. */
  private static void answers(BenchSettings settings, Model model, List<Figure> figures)
      throws IOException, InterruptedException {
    Turns turns = new Turns();
    for (int round = 0; round < settings.rounds(); round++) {
      for (BenchEngine engine : BenchEngine.values()) {
        turns.add(
            engine,
            ChildProcess.run(
                GrammarBenchmark.Worker.class,
                settings.work(),
                model.file(),
                model.profile(),
                settings.threads(),
                1,
                engine.name()));
      }
    }
    figures.add(turns.more("free", "tokens/s without a grammar, " + model.what()));
    figures.add(turns.more("constrained", "tokens/s under a grammar, " + model.what()));
    figures.add(turns.less("start", "seconds to load and answer first, " + model.what()));
    figures.add(turns.less("memory", "MiB at most, " + model.what()));
  }

  /** A whole translation of so many streams at once. */
  private static void translations(
      BenchSettings settings, Model model, int streams, List<Figure> figures)
      throws IOException, InterruptedException {
    Turns turns = new Turns();
    for (int round = 0; round < settings.rounds(); round++) {
      for (BenchEngine engine : BenchEngine.values()) {
        turns.add(
            engine,
            ChildProcess.run(
                SlotsBenchmark.Worker.class,
                settings.work(),
                model.file(),
                streams,
                settings.threads(),
                engine.name()));
      }
    }
    String what = ", translation with " + streams + " streams, " + model.what();
    figures.add(turns.more("rate", "tokens/s" + what));
    figures.add(turns.less("evaluated", "prompt tokens evaluated" + what));
    figures.add(turns.less("memory", "MiB at most" + what));
  }

  /** What both engines took, turn by turn. */
  private static final class Turns {
    private final Map<BenchEngine, Map<String, List<Double>>> all = new LinkedHashMap<>();

    void add(BenchEngine engine, Map<String, List<Double>> results) {
      results.forEach(
          (key, values) ->
              all.computeIfAbsent(engine, any -> new LinkedHashMap<>())
                  .computeIfAbsent(key, any -> new ArrayList<>())
                  .add(Median.of(values)));
    }

    Figure more(String key, String what) {
      return Figure.atLeast(1, "native ÷ embedded: " + what, ratio(key), details(key));
    }

    Figure less(String key, String what) {
      return Figure.atMost(1, "native ÷ embedded: " + what, ratio(key), details(key));
    }

    private double ratio(String key) {
      return Median.ofRatios(
          all.get(BenchEngine.NATIVE).get(key), all.get(BenchEngine.EMBEDDED).get(key));
    }

    private String details(String key) {
      return String.format(
          Locale.ROOT,
          "%.4g and %.4g",
          Median.of(all.get(BenchEngine.NATIVE).get(key)),
          Median.of(all.get(BenchEngine.EMBEDDED).get(key)));
    }
  }
}
