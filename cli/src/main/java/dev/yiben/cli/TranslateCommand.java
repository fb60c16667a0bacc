package dev.yiben.cli;

import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.FormatRegistry;
import dev.yiben.pipeline.InputFile;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Translates files: the command without a name. */
@Command(
    name = "translate",
    description = "Translates documents with a language model that runs in the process.",
    customSynopsis = "translate [OPTIONS] FILE|DIR...",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class TranslateCommand implements Callable<Integer> {
  private final Environment environment;
  @Mixin private final TranslationOptions translation = new TranslationOptions();
  @Mixin private final SamplingOptions sampling = new SamplingOptions();
  @Mixin private final DocumentOptions documents = new DocumentOptions();
  @Mixin private final OfficeFileOptions office = new OfficeFileOptions();
  @Mixin private final PdfFileOptions pdf = new PdfFileOptions();
  @Mixin private final GameOptions games = new GameOptions();
  @Mixin private final ConversionOptions conversion = new ConversionOptions();
  @Mixin private final OutputOptions output = new OutputOptions();
  @Mixin private final PriceOptions prices = new PriceOptions();
  @Mixin private final EngineOptions engine = new EngineOptions();
  @Mixin private final JobOptions job = new JobOptions();
  @Mixin private final MemoryOptions memory = new MemoryOptions();
  @Mixin private final InputOptions input = new InputOptions();
  @Mixin private final ConsoleOptions consoleOptions = new ConsoleOptions();

  TranslateCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    consoleOptions.requireValid();
    translation.requireValid();
    sampling.requireValid();
    documents.requireValid();
    office.requireValid();
    pdf.requireValid();
    games.requireValid(translation.to().size());
    conversion.requireValid(translation.to());
    engine.requireValid();
    output.requireValid(environment);
    if (input.inputs().isEmpty() && input.filesFrom().isEmpty()) {
      throw new UsageException("no files to translate are given (see translate --help)");
    }
    FormatRegistry formats = FormatRegistry.load();
    input.requireKnownFormat(formats);
    Console console = consoleOptions.console(environment);
    FormatOptions options =
        games.in(documents.options().with(office.options()).with(pdf.options()));
    Projects projects =
        new Projects(
            formats,
            input.format(),
            translation.to().stream().map(language -> conversion.into(language, options)).toList(),
            true);
    SourceFiles sources =
        new SourceFiles(environment, formats, projects, output.output()).add(input);
    sources.problems().forEach(console::error);
    sources.notices().forEach(console::info);
    if (sources.found().isEmpty()) {
      return ExitCode.NO_INPUT.code();
    }
    OutputPlan plan =
        new OutputPlan(
            environment, sources.found(), translation.to(), output.output(), input.format());
    Map<LanguageTag, List<InputFile>> jobs = plan.files();
    plan.notices().forEach(console::warning);
    if (jobs.isEmpty()) {
      console.error("there is no text to translate");
      return ExitCode.NO_INPUT.code();
    }
    TranslationRun run =
        new TranslationRun(
            environment,
            console,
            formats,
            translation,
            sampling,
            options,
            conversion,
            output,
            prices,
            engine,
            job,
            memory.use(environment, console, output.dryRun()));
    ExitCode code = run.translate(jobs);
    return (sources.problems().isEmpty() ? code : code.or(ExitCode.INCOMPLETE)).code();
  }
}
