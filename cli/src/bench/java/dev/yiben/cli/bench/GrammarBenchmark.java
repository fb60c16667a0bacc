package dev.yiben.cli.bench;

import dev.yiben.formats.document.CodedText;
import dev.yiben.inference.ChatMessage;
import dev.yiben.inference.GenerationListener;
import dev.yiben.inference.GenerationRequest;
import dev.yiben.inference.GenerationResult;
import dev.yiben.inference.InferenceEngine;
import dev.yiben.inference.OutputConstraint;
import dev.yiben.inference.Sampling;
import dev.yiben.pipeline.grammar.BatchGrammar;
import dev.yiben.pipeline.grammar.ForbiddenWriting;
import dev.yiben.pipeline.prompt.LanguagePair;
import dev.yiben.pipeline.prompt.LineForm;
import dev.yiben.pipeline.prompt.PromptLine;
import dev.yiben.pipeline.prompt.PromptTemplate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the grammar costs: tokens per second of answers under the grammar of their batch, relative
 * to the same requests without one.
 */
final class GrammarBenchmark implements Benchmark {
  @Override
  public String name() {
    return "grammar";
  }

  @Override
  public List<Figure> measure(BenchSettings settings) throws IOException, InterruptedException {
    List<Figure> figures = new ArrayList<>();
    for (BenchEngine engine : BenchEngine.available()) {
      measure(settings, engine, figures);
    }
    return figures;
  }

  private static void measure(BenchSettings settings, BenchEngine engine, List<Figure> figures)
      throws IOException, InterruptedException {
    Path demo = settings.repository().resolve("samples/demo-model/demo-en-zh.gguf");
    figures.add(figure(settings, engine, demo, "demo", "the demo model"));
    for (int vocabulary : List.of(32_000, 150_000)) {
      Shape shape = settings.quick() ? Shape.tiny(vocabulary) : Shape.small(vocabulary);
      Path obedient = BenchModel.file(settings.work(), shape, true);
      figures.add(figure(settings, engine, obedient, "default", shape + ", keeps to the form"));
    }
    if (!settings.quick()) {
      Shape shape = Shape.small(150_000);
      Path unruly = BenchModel.file(settings.work(), shape, false);
      figures.add(figure(settings, engine, unruly, "default", shape + ", writes at random"));
    }
  }

  private static Figure figure(
      BenchSettings settings, BenchEngine engine, Path model, String profile, String what)
      throws IOException, InterruptedException {
    Map<String, List<Double>> results =
        ChildProcess.run(
            Worker.class,
            settings.work(),
            model,
            profile,
            settings.threads(),
            settings.rounds(),
            engine.name());
    List<Double> processor = results.get("processor");
    return Figure.atLeast(
        engine == BenchEngine.NATIVE ? 0.95 : 0.85,
        engine + ": with grammar ÷ without, " + what,
        Median.of(processor),
        String.format(
            Locale.ROOT,
            "by processor time, rounds from %.2f to %.2f; by the clock %.2f; %.0f of %.0f token/s",
            processor.stream().mapToDouble(Double::doubleValue).min().orElse(0),
            processor.stream().mapToDouble(Double::doubleValue).max().orElse(0),
            Median.of(results.get("clock")),
            Median.of(results.get("constrained")),
            Median.of(results.get("free"))));
  }

  /** Measures one model. */
  static final class Worker {
    private static final int LINES = 3;

    private Worker() {}

    /** Runs in a process of its own. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
      boolean demo = arguments[2].equals("demo");
      int rounds = Integer.parseInt(arguments[4]);
      Stopwatch start = new Stopwatch();
      InferenceEngine engine =
          BenchEngine.valueOf(arguments[5])
              .open(Path.of(arguments[1]), demo ? 1024 : 2048, 1, Integer.parseInt(arguments[3]));
      List<String> sources =
          demo
              ? List.of(
                  "The old keeper opens the door.",
                  "He looks at the sea.",
                  "The lamp is old.",
                  "She sleeps in the garden.",
                  "The boat comes back.",
                  "They wait at the door.")
              : IntStream.range(0, LINES).mapToObj(i -> BenchText.sentence(i, 20)).toList();
      LanguagePair languages = new LanguagePair(Optional.of(demo ? "en" : "ja"), "zh");
      List<ChatMessage> messages =
          PromptTemplate.find(arguments[2])
              .orElseThrow()
              .messages(
                  languages,
                  List.of(),
                  sources.stream().map(text -> new PromptLine(text, List.of())).toList(),
                  Map.of());
      OutputConstraint grammar =
          BatchGrammar.of(
              LineForm.NUMBERED,
              sources.stream().map(CodedText::of).toList(),
              ForbiddenWriting.of(languages, List.of()));
      int tokens = demo ? 60 : engine.countTokens("1|") + LINES * (BenchModel.LINE_TOKENS - 1);
      int repetitions = demo ? 16 : 4;
      Asker asker = new Asker(engine, messages, tokens);
      asker.ask(Optional.of(grammar));
      ChildProcess.tell("start", List.of(start.stop().clock()));
      List<Double> constrained = new ArrayList<>();
      List<Double> free = new ArrayList<>();
      List<Double> clock = new ArrayList<>();
      List<Double> processor = new ArrayList<>();
      // The first round warms up and fills the cache with the prompt.
      for (int round = 0; round <= rounds; round++) {
        Speed with = Speed.NONE;
        Speed without = Speed.NONE;
        for (int i = 0; i < repetitions; i++) {
          if (i % 2 == 0) {
            without = without.plus(asker.ask(Optional.empty()));
          }
          with = with.plus(asker.ask(Optional.of(grammar)));
          if (i % 2 != 0) {
            without = without.plus(asker.ask(Optional.empty()));
          }
        }
        if (round > 0) {
          free.add(without.rate());
          constrained.add(with.rate());
          clock.add(with.rate() / without.rate());
          processor.add(with.rateOfProcessor() / without.rateOfProcessor());
        }
      }
      ChildProcess.tell("free", free);
      ChildProcess.tell("constrained", constrained);
      ChildProcess.tell("clock", clock);
      ChildProcess.tell("processor", processor);
      ChildProcess.tell("memory", List.of(PeakMemory.mebibytes()));
      System.out.flush();
      Runtime.getRuntime().halt(0);
    }

    private record Asker(InferenceEngine engine, List<ChatMessage> messages, int tokens) {
      Speed ask(Optional<OutputConstraint> constraint) throws InterruptedException {
        GenerationRequest request =
            new GenerationRequest(messages, constraint, Sampling.greedy(), tokens, "bench");
        Stopwatch watch = new Stopwatch();
        GenerationResult result = engine.generate(request, GenerationListener.NONE);
        Speed speed = new Speed(result.tokens().generated(), watch.stop());
        System.err.println(result.finishReason() + " " + result.text().replace("\n", "⏎"));
        return speed;
      }
    }

    private record Speed(long tokens, Stopwatch.Time time) {
      static final Speed NONE = new Speed(0, Stopwatch.Time.NONE);

      Speed plus(Speed other) {
        return new Speed(tokens + other.tokens, time.plus(other.time));
      }

      double rate() {
        return tokens / time.clock();
      }

      double rateOfProcessor() {
        return tokens / time.processor();
      }
    }
  }
}
