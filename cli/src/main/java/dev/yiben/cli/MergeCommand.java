package dev.yiben.cli;

import dev.yiben.formats.format.DocumentException;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.FormatRegistry;
import dev.yiben.pipeline.DocumentResult;
import dev.yiben.pipeline.JobResult;
import dev.yiben.pipeline.OnExists;
import dev.yiben.pipeline.interchange.ExchangeException;
import dev.yiben.pipeline.interchange.MergedDocument;
import dev.yiben.pipeline.interchange.ReturnedFile;
import dev.yiben.pipeline.interchange.ReviewFiles;
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
import picocli.CommandLine.Parameters;

/** Puts the translations of files for review back into documents. */
@Command(
    name = "translate merge",
    description = {
      "Rebuilds documents with the translations of files that 'translate extract' has written and"
          + " people have worked on.",
      "A translation is taken if its source is still the document's and no code is missing."
    },
    customSynopsis = "translate merge [OPTIONS] FILE...",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class MergeCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Files in XLIFF 1.x or 2.x, or workbooks.")
  private List<Path> files = List.of();

  @Option(
      names = "--source",
      paramLabel = "FILE|DIR",
      description = "The document, or the game; default: where the file says that it is.")
  private Optional<Path> source = Optional.empty();

  @Option(
      names = "--language",
      paramLabel = "LANG",
      converter = LanguageTag.Converter.class,
      description = "Language of the translations; default: what the file says.")
  private Optional<LanguageTag> language = Optional.empty();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE|DIR",
      description =
          "The document to write, or a folder for it. Default: name.LANG.ext beside the source.")
  private Optional<String> output = Optional.empty();

  @Option(
      names = "--on-exists",
      paramLabel = "fail|replace|skip",
      defaultValue = "fail",
      description =
          "What to do where an output is there already that is not the job's own; default: fail.")
  private OnExists onExists;

  @Option(
      names = "--job-dir",
      paramLabel = "DIR",
      description =
          "Folder of the run that learns what people have changed; default: the last that has"
              + " translated the document.")
  private Optional<Path> jobFolder = Optional.empty();

  @Option(
      names = "--fail-on",
      paramLabel = "info|warning|error|never|ID",
      defaultValue = "error",
      converter = FailOn.Converter.class,
      description =
          "Findings that make the exit code 1; default: error, segments without a translation and"
              + " translations that are not taken.")
  private FailOn failOn;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Mixin private final ReviewOptions review = new ReviewOptions();
  @Mixin private final DocumentOptions documents = new DocumentOptions();
  @Mixin private final MemoryOptions memory = new MemoryOptions();
  @Mixin private final PdfFileOptions pdf = new PdfFileOptions();
  @Mixin private final ConsoleOptions consoleOptions = new ConsoleOptions();

  MergeCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    consoleOptions.requireValid();
    review.requireValid();
    documents.requireValid();
    pdf.requireValid();
    if (source.isPresent() && files.size() > 1) {
      throw new UsageException("--source is that of one file; merge one at once");
    }
    Console console = consoleOptions.console(environment);
    FormatRegistry formats = FormatRegistry.load();
    FormatOptions options = documents.options().with(pdf.options());
    List<MergedDocument> merged = new ArrayList<>();
    boolean good = true;
    for (Path file : files) {
      try {
        ReturnedFile returned = ReviewFiles.read(environment.resolve(file));
        LanguageTag into = language(file, returned);
        ReviewMerge merge =
            new ReviewMerge(
                environment,
                formats,
                review.settings(environment, into),
                options,
                new ReviewMerge.Places(
                    source, output, onExists, jobFolder, memory.use(environment, console, false)));
        merged.addAll(merge.merge(environment.resolve(file), returned, into));
      } catch (ExchangeException | DocumentException e) {
        console.error(e.getMessage());
        good = false;
      }
    }
    merged.forEach(document -> tell(document, console));
    if (json) {
      Json.print(environment.out(), merged.stream().map(MergeCommand::json).toList());
    }
    if (merged.isEmpty()) {
      return ExitCode.NO_INPUT.code();
    }
    return (good && !fails(merged) ? ExitCode.DONE : ExitCode.INCOMPLETE).code();
  }

  private LanguageTag language(Path file, ReturnedFile returned) {
    if (language.isPresent()) {
      return language.get();
    }
    String named =
        returned
            .targetLanguage()
            .orElseThrow(
                () ->
                    new ExchangeException(
                        file + ": names no target language; say it by --language"));
    try {
      return LanguageTag.of(named);
    } catch (IllegalArgumentException e) {
      throw new ExchangeException(file + ": " + e.getMessage() + "; say it by --language", e);
    }
  }

  private boolean fails(List<MergedDocument> merged) {
    boolean refused = merged.stream().anyMatch(document -> !document.refused().isEmpty());
    return (refused && !failOn.never())
        || failOn.fails(
            new JobResult(merged.stream().map(MergedDocument::result).toList(), Optional.empty()));
  }

  private void tell(MergedDocument merged, Console console) {
    DocumentResult result = merged.result();
    result.failure().ifPresent(console::error);
    merged.refused().forEach(line -> console.warning(result.input() + ": " + line));
    result.notices().forEach(line -> console.warning(result.input() + ": " + line));
    console.info(result.input() + ": " + MergeTexts.summary(merged));
    if (!json && result.status() != DocumentResult.Status.FAILED) {
      environment.out().println(result.output());
    }
  }

  private static Map<String, Object> json(MergedDocument merged) {
    DocumentResult result = merged.result();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("input", result.input().toString());
    json.put("output", result.output().toString());
    json.put("status", MergeTexts.name(result.status()));
    json.put("taken", MergeTexts.taken(merged));
    json.put("untranslated", merged.untranslated());
    json.put("confirmed", merged.confirmed().size());
    json.put("refused", merged.refused());
    json.put("findings", MergeTexts.findings(merged));
    json.put("notices", result.notices());
    return json;
  }
}
