package dev.yiben.cli;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.DocumentException;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.FormatRegistry;
import dev.yiben.formats.format.TargetLookup;
import dev.yiben.formats.pdf.score.FileScore;
import dev.yiben.formats.pdf.score.PdfScore;
import dev.yiben.formats.pdf.score.Thresholds;
import dev.yiben.formats.pdf.score.TrialText;
import dev.yiben.pipeline.InputFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Translates PDF files into a temporary folder and tells how well their looks are kept. */
@Command(
    name = "translate score",
    description =
        "Translates PDF files into a temporary folder and prints how well what they show is kept:"
            + " drawings, places and sizes of text, links, what can be read.",
    customSynopsis = "translate score --to LANG [OPTIONS] FILE|DIR...",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class ScoreCommand implements Callable<Integer> {
  private static final String PDF = "pdf";

  private final Environment environment;

  @Parameters(
      paramLabel = "FILE|DIR",
      arity = "1..*",
      description = "PDF files, or folders of them.")
  private List<Path> paths = List.of();

  @Option(
      names = "--length",
      paramLabel = "PERCENT",
      defaultValue = "0",
      description =
          "Ask no engine: put in texts of the source's own letters that are so long; default: 0,"
              + " translate.")
  private int length;

  @Option(
      names = "--least-iou",
      paramLabel = "PERCENT",
      defaultValue = "0",
      description = "How much of the places of texts is to be common to both, on average.")
  private int leastIou;

  @Option(
      names = "--keep",
      paramLabel = "DIR",
      description = "Keep the translated files in this folder.")
  private Optional<Path> keep = Optional.empty();

  @Option(names = "--json", description = "Print JSON, with all pages.")
  private boolean json;

  @Mixin private final TranslationOptions translation = new TranslationOptions();
  @Mixin private final SamplingOptions sampling = new SamplingOptions();
  @Mixin private final PdfFileOptions pdf = new PdfFileOptions();
  @Mixin private final EngineOptions engine = new EngineOptions();
  @Mixin private final ConsoleOptions consoleOptions = new ConsoleOptions();

  ScoreCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    consoleOptions.requireValid();
    translation.requireValid();
    sampling.requireValid();
    pdf.requireValid();
    UsageException.requireAtLeast(0, "--length", length);
    if (length == 0) {
      engine.requireValid();
    }
    if (translation.to().size() != 1) {
      throw new UsageException("--to: one language is scored at a time");
    }
    Console console = consoleOptions.console(environment);
    FormatRegistry all = FormatRegistry.load();
    ScoredFormat scored = new ScoredFormat(all.byId(PDF).orElseThrow());
    FormatRegistry formats = new FormatRegistry(List.of(scored));
    SourceFiles sources =
        new SourceFiles(
            environment,
            formats,
            new Projects(formats, Optional.empty(), List.of(FormatOptions.DEFAULT), true),
            keep.map(Path::toString));
    paths.forEach(sources::add);
    sources.problems().forEach(console::error);
    List<Path> files = sources.found().stream().map(Source::path).toList();
    if (files.isEmpty()) {
      return ExitCode.NO_INPUT.code();
    }
    Path folder =
        keep.isPresent()
            ? Files.createDirectories(environment.resolve(keep.get()))
            : Files.createTempDirectory("yiben-score");
    try {
      List<InputFile> inputs = inputs(files, folder);
      if (length > 0) {
        inputs.forEach(input -> write(input, scored, console));
      } else {
        translate(inputs, formats, folder, console);
      }
      ScoreTable table = new ScoreTable(environment.out(), json);
      boolean good = sources.problems().isEmpty();
      for (InputFile input : inputs) {
        good &= score(input, scored, table, console);
      }
      table.end();
      return (good ? ExitCode.DONE : ExitCode.INCOMPLETE).code();
    } finally {
      if (keep.isEmpty()) {
        delete(folder);
      }
    }
  }

  private static List<InputFile> inputs(List<Path> files, Path folder) {
    Map<String, Integer> names = new HashMap<>();
    List<InputFile> inputs = new ArrayList<>();
    for (Path file : files) {
      String name = file.getFileName().toString();
      int same = names.merge(name, 1, Integer::sum);
      inputs.add(
          new InputFile(
              file, folder.resolve(same == 1 ? name : same + "-" + name), Optional.of(PDF)));
    }
    return inputs;
  }

  private FormatOptions options() {
    return FormatOptions.DEFAULT.with(pdf.options());
  }

  /** Writes a file with texts of the length that the user wants. */
  private void write(InputFile input, ScoredFormat format, Console console) {
    String language = translation.to().get(0).tag();
    try (Document document = format.open(input.input(), options().into(language));
        OutputStream out = Files.newOutputStream(input.output())) {
      Map<SegmentId, CodedText> targets = new LinkedHashMap<>();
      document.segments().stream()
          .filter(segment -> segment.skipRule().isEmpty())
          .forEach(
              segment -> targets.put(segment.id(), TrialText.of(segment.source(), length / 100.0)));
      document
          .merge(
              new TargetLookup() {
                @Override
                public String targetLanguage() {
                  return language;
                }

                @Override
                public Optional<CodedText> target(SegmentId id) {
                  return Optional.ofNullable(targets.get(id));
                }
              },
              out)
          .forEach(problem -> console.detail(input.input() + ": " + problem));
    } catch (DocumentException e) {
      console.error(e.getMessage());
    } catch (IOException e) {
      console.error(input.input() + ": " + SourceFiles.reason(e));
    }
  }

  private void translate(
      List<InputFile> inputs, FormatRegistry formats, Path folder, Console console) {
    OutputOptions output = parsed(new OutputOptions(), "--on-exists", "replace");
    JobOptions job =
        parsed(new JobOptions(), "--restart", "--job-dir", folder.resolve("job").toString());
    Environment silent =
        new Environment(
            environment.in(),
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
            environment.err(),
            environment.variables(),
            environment.folder(),
            environment.home(),
            environment.columns());
    new TranslationRun(
            silent,
            console,
            formats,
            translation,
            sampling,
            options(),
            new ConversionOptions(),
            output,
            new PriceOptions(),
            engine,
            job,
            Optional.empty())
        .translate(Map.of(translation.to().get(0), inputs));
  }

  private static <T> T parsed(T options, String... arguments) {
    Main.configured(new CommandLine(options)).parseArgs(arguments);
    return options;
  }

  private boolean score(InputFile input, ScoredFormat format, ScoreTable table, Console console) {
    var translated = format.translated(input.input());
    if (translated.isEmpty()) {
      table.refused(input.input());
      return true;
    }
    try {
      FileScore score = PdfScore.of(input.input(), input.output(), translated.get());
      List<String> missed =
          new Thresholds(
                  leastIou / 100.0,
                  Thresholds.DEFAULT.mostOverlap(),
                  pdf.options().leastScale() - 0.01)
              .missed(score);
      score.allFindings().forEach(finding -> console.detail("  " + finding));
      table.row(input.input(), score, missed);
      return missed.isEmpty();
    } catch (IOException e) {
      console.error(input.input() + ": the translation cannot be read: " + e.getMessage());
      return false;
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
