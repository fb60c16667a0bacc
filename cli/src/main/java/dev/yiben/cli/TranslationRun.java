package dev.yiben.cli;

import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.FormatRegistry;
import dev.yiben.glossary.Glossary;
import dev.yiben.glossary.GlossaryReader;
import dev.yiben.inference.InferenceEngine;
import dev.yiben.pipeline.DocumentResult;
import dev.yiben.pipeline.InputFile;
import dev.yiben.pipeline.JobResult;
import dev.yiben.pipeline.TranslationJob;
import dev.yiben.pipeline.TranslationSettings;
import dev.yiben.pipeline.memory.MemoryUse;
import dev.yiben.pipeline.prompt.PromptProfiles;
import dev.yiben.pipeline.prompt.PromptTemplate;
import dev.yiben.pipeline.report.RunTime;
import dev.yiben.pipeline.suppression.Suppressions;
import dev.yiben.pipeline.work.Translator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs one job for each language, one after the other, with one engine. */
final class TranslationRun {
  private final Environment environment;
  private final Console console;
  private final FormatRegistry formats;
  private final TranslationOptions translation;
  private final SamplingOptions sampling;
  private final FormatOptions documents;
  private final ConversionOptions conversion;
  private final OutputOptions output;
  private final PriceOptions prices;
  private final EngineOptions engineOptions;
  private final JobOptions jobOptions;
  private final Optional<MemoryUse> memory;
  private final PromptProfiles profiles;
  private final Suppressions suppressions;

  TranslationRun(
      Environment environment,
      Console console,
      FormatRegistry formats,
      TranslationOptions translation,
      SamplingOptions sampling,
      FormatOptions documents,
      ConversionOptions conversion,
      OutputOptions output,
      PriceOptions prices,
      EngineOptions engineOptions,
      JobOptions jobOptions,
      Optional<MemoryUse> memory) {
    this.environment = environment;
    this.console = console;
    this.formats = formats;
    this.translation = translation;
    this.sampling = sampling;
    this.documents = documents;
    this.conversion = conversion;
    this.output = output;
    this.prices = prices;
    this.engineOptions = engineOptions;
    this.jobOptions = jobOptions;
    this.memory = memory;
    this.profiles = profiles();
    this.suppressions = output.suppressions().read(environment);
  }

  /** Translates the files of each language and returns how it went. */
  ExitCode translate(Map<LanguageTag, List<InputFile>> files) {
    Map<LanguageTag, TranslationJob> jobs = jobs(files);
    Engines engines = new Engines(environment, console);
    EngineChoice choice = new EngineChooser(environment, engineOptions).choose();
    try {
      List<JobResult> results =
          Interruption.watch(
              console,
              () -> output.dryRun() ? plan(jobs, engines, choice) : run(jobs, engines, choice));
      return results.stream().map(this::verdict).reduce(ExitCode.DONE, ExitCode::or);
    } catch (InterruptedException e) {
      return ExitCode.INTERRUPTED;
    }
  }

  private List<JobResult> run(
      Map<LanguageTag, TranslationJob> jobs, Engines engines, EngineChoice choice)
      throws InterruptedException {
    Path folder = firstFolder(jobs);
    try (LogFile log = new LogFile(folder.resolve("translate.log"));
        RunMark mark = RunMark.set(folder, JobFolder.crashes(environment))) {
      mark.lastEnd(Engines.remedies(choice)).ifPresent(console::warning);
      console.detail("log: " + log.file());
      List<JobResult> results = translate(jobs, engines, choice, folder);
      ContextFolder.removeFrom(folder);
      return results;
    }
  }

  private List<JobResult> translate(
      Map<LanguageTag, TranslationJob> jobs, Engines engines, EngineChoice choice, Path logFolder)
      throws InterruptedException {
    ConsoleReporter reporter = new ConsoleReporter(console, this::tellOutput, suppressions::apply);
    try (InferenceEngine engine = engines.open(choice, engineOptions, Optional.of(logFolder))) {
      Reports reports = reports(choice, engine);
      Translator translator = new Translator(formats, engine);
      for (Map.Entry<LanguageTag, TranslationJob> job : jobs.entrySet()) {
        Instant started = Instant.now();
        JobResult result = suppressions.apply(translator.translate(job.getValue(), reporter));
        reports.add(job.getKey(), result, new RunTime(started, Instant.now()));
      }
      write(reports);
      suppressions.unused().forEach(console::warning);
      return reports.results();
    }
  }

  private List<JobResult> plan(
      Map<LanguageTag, TranslationJob> jobs, Engines engines, EngineChoice choice)
      throws InterruptedException {
    try (InferenceEngine engine = engines.open(choice, engineOptions, Optional.empty())) {
      Reports reports = reports(choice, engine);
      Translator translator = new Translator(formats, engine);
      for (Map.Entry<LanguageTag, TranslationJob> job : jobs.entrySet()) {
        Instant started = Instant.now();
        JobResult plan = translator.plan(job.getValue());
        plan.documents().forEach(document -> document.failure().ifPresent(console::error));
        reports.add(job.getKey(), plan, new RunTime(started, Instant.now()));
        if (!output.json()) {
          PlanTable.of(job.getKey(), plan, reports.cost(plan)).forEach(environment.out()::println);
        }
      }
      write(reports);
      return reports.results();
    }
  }

  private Reports reports(EngineChoice choice, InferenceEngine engine) {
    PromptProfiles.Choice profile = profiles.choose(engine.capabilities());
    console.detail("prompt profile: " + profile.template().name() + ", " + profile.reason());
    tellWhatIsNotTold(profile.template());
    return new Reports(
        choice.kind().toString(),
        engine,
        prices.of(engine.capabilities().model()),
        conversion.conversion(),
        profile.template().name(),
        sampling.sampling().over(profile.template().sampling()));
  }

  /** A model that was trained on one form of request is told nothing else. */
  private void tellWhatIsNotTold(PromptTemplate template) {
    Glossary glossary = glossary();
    Map<String, Boolean> wanted = new LinkedHashMap<>();
    wanted.put("style", !glossary.style().text().isEmpty());
    wanted.put("register", !glossary.style().register().isEmpty());
    wanted.put("examples", !glossary.examples().isEmpty());
    wanted.put("characters", !glossary.personas().isEmpty());
    List<String> untold =
        wanted.keySet().stream().filter(what -> wanted.get(what) && !template.tells(what)).toList();
    if (!untold.isEmpty()) {
      console.warning(
          "the prompt profile %s tells the model nothing of: %s"
              .formatted(template.name(), String.join(", ", untold)));
    }
  }

  private PromptProfiles profiles() {
    PromptProfiles all =
        PromptProfiles.bundled()
            .withFolder(Configuration.userFolder(environment).resolve("prompts"));
    return translation
        .profile()
        .map(
            profile ->
                PromptProfiles.isFile(profile)
                    ? environment.resolve(Path.of(profile)).toString()
                    : profile)
        .map(all::fixedTo)
        .orElse(all);
  }

  private void tellOutput(Path path) {
    if (!output.json()) {
      environment.out().println(path);
    }
  }

  private void write(Reports reports) {
    output.reports().stream().map(environment::resolve).forEach(reports::write);
    if (output.json()) {
      reports.writeSummary(environment.out());
    }
  }

  private Map<LanguageTag, TranslationJob> jobs(Map<LanguageTag, List<InputFile>> files) {
    Glossary glossary = glossary();
    Map<LanguageTag, TranslationJob> jobs = new LinkedHashMap<>();
    files.forEach(
        (language, inputs) ->
            jobs.put(
                language,
                new TranslationJob(
                    inputs,
                    settings(language, glossary),
                    conversion.into(language, documents),
                    JobFolder.of(
                        environment, jobOptions.folder(), language, files.size() > 1, inputs),
                    output.onExists(),
                    jobOptions.restart(),
                    engineOptions.jobs(),
                    memory,
                    conversion.conversion())));
    return jobs;
  }

  private TranslationSettings settings(LanguageTag language, Glossary glossary) {
    return new TranslationSettings(
        translation.from().map(LanguageTag::tag),
        language.tag(),
        glossary,
        translation.context(),
        translation.batchTokens(),
        translation.checks(),
        sampling.sampling(),
        profiles,
        translation.retranslate(),
        translation.review());
  }

  private Glossary glossary() {
    return translation.with(
        GlossaryReader.read(translation.glossaries().stream().map(environment::resolve).toList()));
  }

  /** Makes the folder of the first job, where the log is since there is one engine for all. */
  private Path firstFolder(Map<LanguageTag, TranslationJob> jobs) {
    Path folder = jobs.values().iterator().next().jobFolder();
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UsageException(
          folder + ": cannot be made (" + SourceFiles.reason(e) + "); choose another --job-dir", e);
    }
  }

  private ExitCode verdict(JobResult result) {
    List<DocumentResult> documents = result.documents();
    if (documents.stream().allMatch(TranslationRun::couldNotBeRead)) {
      return ExitCode.NO_INPUT;
    }
    return output.failOn().fails(result) ? ExitCode.INCOMPLETE : ExitCode.DONE;
  }

  private static boolean couldNotBeRead(DocumentResult document) {
    return document.status() == DocumentResult.Status.FAILED && document.format().isEmpty();
  }
}
