package dev.yiben.cli;

import dev.yiben.formats.format.DocumentException;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.FormatRegistry;
import dev.yiben.pipeline.InputFile;
import dev.yiben.pipeline.OnExists;
import dev.yiben.pipeline.interchange.ExchangeDocument;
import dev.yiben.pipeline.interchange.ExchangeException;
import dev.yiben.pipeline.interchange.ExchangeFormat;
import dev.yiben.pipeline.interchange.Extractor;
import dev.yiben.pipeline.store.StoredOutcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the segments of files for review in other tools. */
@Command(
    name = "translate extract",
    description = {
      "Writes the segments of files as XLIFF or a sheet, to be translated or reviewed in other"
          + " tools.",
      "'translate merge' puts them back."
    },
    customSynopsis = "translate extract --to LANG [OPTIONS] FILE|DIR...",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class ExtractCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(
      names = {"-t", "--to"},
      paramLabel = "LANG",
      required = true,
      split = ",",
      converter = LanguageTag.Converter.class,
      description = "Language of the translations; several make a file each.")
  private List<LanguageTag> to = List.of();

  @Option(
      names = "--as",
      paramLabel = "xliff2|xliff1|xlsx",
      defaultValue = "xliff2",
      description = "What to write: XLIFF 2.1, XLIFF 1.2 or a workbook; default: xliff2.")
  private ExchangeFormat as;

  @Option(
      names = "--translated",
      description = "With the translations that the last run of 'translate' has made of the files.")
  private boolean translated;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE|DIR",
      description =
          "The file to write for all if the name has an extension, else a folder for one of each."
              + " Default: name.ext.LANG.xlf beside each file.")
  private Optional<String> output = Optional.empty();

  @Option(
      names = "--on-exists",
      paramLabel = "fail|replace|skip",
      defaultValue = "fail",
      description = "What to do where a file is there already; default: fail.")
  private OnExists onExists;

  @Option(
      names = "--job-dir",
      paramLabel = "DIR",
      description = "Folder of the run; default: the last that has translated the file.")
  private Optional<Path> jobFolder = Optional.empty();

  @Mixin private final InputOptions input = new InputOptions();
  @Mixin private final ReviewOptions review = new ReviewOptions();
  @Mixin private final DocumentOptions documents = new DocumentOptions();
  @Mixin private final OfficeFileOptions office = new OfficeFileOptions();
  @Mixin private final GameOptions games = new GameOptions();
  @Mixin private final ConsoleOptions consoleOptions = new ConsoleOptions();

  ExtractCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    consoleOptions.requireValid();
    review.requireValid();
    documents.requireValid();
    office.requireValid();
    List<LanguageTag> languages = to.stream().distinct().toList();
    games.requireValid(languages.size());
    if (input.inputs().isEmpty() && input.filesFrom().isEmpty()) {
      throw new UsageException("no files are given (see translate extract --help)");
    }
    FormatRegistry formats = FormatRegistry.load();
    input.requireKnownFormat(formats);
    Console console = consoleOptions.console(environment);
    FormatOptions options = games.in(documents.options().with(office.options()));
    Projects projects =
        new Projects(
            formats,
            input.format(),
            languages.stream().map(language -> options.into(language.tag())).toList(),
            true);
    SourceFiles sources = new SourceFiles(environment, formats, projects, output).add(input);
    sources.problems().forEach(console::error);
    sources.notices().forEach(console::info);
    if (sources.found().isEmpty()) {
      return ExitCode.NO_INPUT.code();
    }
    boolean good = sources.problems().isEmpty();
    for (LanguageTag language : languages) {
      for (Map.Entry<Path, List<Source>> file : files(sources.found(), language).entrySet()) {
        good &= write(file.getKey(), file.getValue(), language, options, formats, console);
      }
    }
    return (good ? ExitCode.DONE : ExitCode.INCOMPLETE).code();
  }

  /** Returns which sources go into which file. */
  private Map<Path, List<Source>> files(List<Source> sources, LanguageTag language) {
    Map<Path, List<Source>> files = new LinkedHashMap<>();
    for (Source source : sources) {
      files
          .computeIfAbsent(
              ReviewFile.of(environment, source, language, as, output, to.size() > 1),
              file -> new ArrayList<>())
          .add(source);
    }
    return files;
  }

  /** Writes a file, and returns whether all of its documents could be read. */
  private boolean write(
      Path file,
      List<Source> sources,
      LanguageTag language,
      FormatOptions options,
      FormatRegistry formats,
      Console console) {
    ReviewFile review = new ReviewFile(file, onExists);
    if (!review.isWritten()) {
      console.info(file + ": left as it is, since it is there");
      return true;
    }
    Extractor extractor = new Extractor(formats, this.review.settings(environment, language));
    List<ExchangeDocument> extracted = new ArrayList<>();
    boolean good = true;
    for (Source source : sources) {
      OutputPlan plan =
          new OutputPlan(
              environment, List.of(source), List.of(language), Optional.empty(), input.format());
      for (InputFile each : plan.files().getOrDefault(language, List.of())) {
        try {
          ExchangeDocument document =
              extractor.extract(
                  each,
                  review.original(source.path()),
                  options.into(language.tag()),
                  outcomes(each, language));
          document.notices().forEach(notice -> console.warning(each.input() + ": " + notice));
          if (document.size() > 0) {
            extracted.add(document);
          }
        } catch (DocumentException e) {
          console.error(e.getMessage());
          good = false;
        }
      }
    }
    if (extracted.isEmpty()) {
      console.error(file + ": is not written, for there is no text to translate");
      return false;
    }
    List<String> notices = review.write(as, language, extracted);
    notices.forEach(console::warning);
    int segments = extracted.stream().mapToInt(ExchangeDocument::size).sum();
    long filled = extracted.stream().mapToLong(ExchangeDocument::translated).sum();
    console.info(file + ": " + segments + " segments, " + filled + " of them with translations");
    environment.out().println(file);
    return good && notices.isEmpty();
  }

  private List<StoredOutcome> outcomes(InputFile file, LanguageTag language) {
    if (!translated) {
      return List.of();
    }
    return new KnownJobs(environment, jobFolder)
        .of(file, language)
        .map(folder -> KnownJobs.outcomes(folder, file, language))
        .orElseThrow(
            () ->
                new ExchangeException(
                    file.input()
                        + ": no run has translated it into "
                        + language
                        + "; run translate first, name its --job-dir, or leave out --translated"));
  }
}
