package dev.yiben.cli.bench;

import dev.yiben.inference.InferenceEngine;
import dev.yiben.inference.load.LlamaCppSettings;
import dev.yiben.pipeline.prompt.LanguagePair;
import dev.yiben.pipeline.prompt.PromptTemplate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Prompt tokens that llama.cpp evaluated, by its own log in the embedded engine, for each token of
 * the source: with conversations that grow, and with the context sent again each time.
 */
final class PromptCacheBenchmark implements Benchmark {
  private static final int SLOTS = 2;
  private static final Pattern EVALUATED =
      Pattern.compile("prompt eval time =\\s*[0-9.]+ ms /\\s*([0-9]+) tokens");

  @Override
  public String name() {
    return "prompt-cache";
  }

  @Override
  public List<Figure> measure(BenchSettings settings) throws IOException, InterruptedException {
    Path model = BenchModel.file(settings.work(), Shape.tiny(32_000), true);
    List<Figure> figures = new ArrayList<>();
    for (BenchEngine engine : BenchEngine.available()) {
      for (int cues : settings.quick() ? List.of(60) : List.of(90, 200)) {
        double growing = perSourceToken(settings, engine, model, true, cues, figures);
        double sliding = perSourceToken(settings, engine, model, false, cues, figures);
        figures.add(
            Figure.plain(
                engine + ": context sent again ÷ growing, " + cues + " cues a stream",
                sliding / growing,
                ""));
      }
    }
    return figures;
  }

  private static double perSourceToken(
      BenchSettings settings,
      BenchEngine engine,
      Path model,
      boolean cache,
      int cues,
      List<Figure> figures)
      throws IOException, InterruptedException {
    Map<String, List<Double>> results =
        ChildProcess.run(
            Worker.class, settings.work(), model, cache, cues, settings.threads(), engine.name());
    double evaluated = results.get("evaluated").get(0);
    double source = results.get("source").get(0);
    double system = results.get("system").get(0) * SLOTS;
    double ratio = (evaluated - system) / source;
    String what =
        engine
            + ": prompt tokens evaluated ÷ source tokens, "
            + (cache ? "conversations that grow, " : "context sent again, ")
            + cues
            + " cues a stream";
    String details =
        String.format(
            Locale.ROOT,
            "%.0f evaluated, of which %.0f for the system prompt once in each slot; %.0f of the"
                + " source; %.0f sent in %.0f requests",
            evaluated,
            system,
            source,
            results.get("sent").get(0),
            results.get("requests").get(0));
    figures.add(
        cache ? Figure.atMost(1.3, what, ratio, details) : Figure.plain(what, ratio, details));
    return ratio;
  }

  /** Translates once. */
  static final class Worker {
    private Worker() {}

    /** Runs in a process of its own. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
      Path work = Path.of(arguments[0]);
      boolean cache = Boolean.parseBoolean(arguments[2]);
      int cues = Integer.parseInt(arguments[3]);
      Path log = work.resolve("llama.log");
      Files.deleteIfExists(log);
      BenchJob job = BenchJob.ofSubtitles(work.resolve("prompt-cache"), SLOTS, cues);
      LlamaCppSettings settings =
          BenchEngine.settings(Path.of(arguments[1]), 8192, SLOTS, Integer.parseInt(arguments[4]))
              .withNativeLog(log);
      BenchEngine kind = BenchEngine.valueOf(arguments[5]);
      InferenceEngine llama = kind.open(settings.with(settings.context().withCachePrompts(cache)));
      long before = kind == BenchEngine.EMBEDDED ? evaluated(log) : 0;
      RecordingEngine engine = new RecordingEngine(llama);
      job.run(engine);
      List<RecordingEngine.Exchange> exchanges =
          engine.take().stream().flatMap(List::stream).toList();
      double sent = exchanges.stream().mapToLong(e -> e.result().tokens().prompt()).sum();
      double source = 0;
      for (Path file : job.files()) {
        for (String line : Files.readAllLines(file)) {
          source += line.matches("[0-9]*|.*-->.*") ? 0 : llama.countTokens(line);
        }
      }
      String system =
          PromptTemplate.find(PromptTemplate.DEFAULT)
              .orElseThrow()
              .messages(new LanguagePair(Optional.of("en"), "zh"), List.of(), List.of(), Map.of())
              .get(0)
              .content();
      // The native engine hands over each token itself, so that its own count is the truth.
      double evaluated =
          kind == BenchEngine.EMBEDDED
              ? evaluated(log) - before
              : exchanges.stream().mapToLong(e -> e.result().tokens().evaluated()).sum();
      ChildProcess.tell("evaluated", List.of(evaluated));
      ChildProcess.tell("system", List.of((double) llama.countTokens(system)));
      ChildProcess.tell("source", List.of(source));
      ChildProcess.tell("sent", List.of(sent));
      ChildProcess.tell("requests", List.of((double) exchanges.size()));
      System.out.flush();
      Runtime.getRuntime().halt(0);
    }

    private static long evaluated(Path log) throws IOException, InterruptedException {
      // llama.cpp writes its log on a thread of its own.
      Thread.sleep(500);
      return EVALUATED
          .matcher(Files.readString(log, StandardCharsets.ISO_8859_1))
          .results()
          .map((MatchResult result) -> result.group(1))
          .mapToLong(Long::parseLong)
          .sum();
    }
  }
}
