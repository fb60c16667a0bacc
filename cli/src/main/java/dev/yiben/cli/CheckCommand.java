package dev.yiben.cli;

import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.FormatRegistry;
import dev.yiben.glossary.Glossary;
import dev.yiben.glossary.GlossaryReader;
import dev.yiben.pipeline.check.Severity;
import dev.yiben.pipeline.pair.PairSettings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks translations that are there already, whoever made them. */
@Command(
    name = "translate check",
    description =
        "Checks translations that are there already, whoever made them, and prints what is wrong, a"
            + " line each.",
    customSynopsis = {
      "translate check [OPTIONS] FILE... [--source FILE]",
      "translate check [OPTIONS] DIR --source DIR",
      "translate check [OPTIONS] GAME..."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class CheckCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(
      paramLabel = "FILE|DIR|GAME",
      arity = "1..*",
      description =
          "Translations, or folders of them; folders of games, or with games in them; also a folder"
              + " in a game's tl/, or a file of one.")
  private List<Path> paths = List.of();

  @Option(
      names = "--source",
      paramLabel = "FILE|DIR",
      description =
          "What was translated: the file or, for a folder, the folder of the same files; default:"
              + " book.epub for book.zh.epub.")
  private Optional<Path> source = Optional.empty();

  @Option(
      names = {"-t", "--to"},
      paramLabel = "LANG",
      split = ",",
      converter = LanguageTag.Converter.class,
      description =
          "Language of the translations; default: by their text. Of games, check the translations"
              + " into this language only; default: all that are there.")
  private List<LanguageTag> to = List.of();

  @Option(
      names = {"-f", "--from"},
      paramLabel = "LANG",
      converter = LanguageTag.Converter.class,
      description = "Language of the sources; default: what each declares, or is detected as.")
  private Optional<LanguageTag> from = Optional.empty();

  @Option(
      names = "--glossary",
      paramLabel = "FILE",
      split = "\n",
      splitSynopsisLabel = "",
      description = "Termbase that the translations are to honour; may be given again.")
  private List<Path> glossaries = List.of();

  @Option(
      names = "--format",
      paramLabel = "ID",
      description = "Format of the files; default: by content, then by extension.")
  private Optional<String> format = Optional.empty();

  @Mixin private final GameOptions games = new GameOptions();

  @Option(
      names = "--texts",
      description =
          "Of games check the texts too, as those of other files, not only what the engine meets;"
              + " needs --to.")
  private boolean texts;

  @Option(
      names = "--checks",
      paramLabel = "ID=SEVERITY",
      split = ",",
      description = "Severity of a check: off, info, warning or error, such as NUM-001=off.")
  private Map<String, Severity> checks = new LinkedHashMap<>();

  @Mixin private final SuppressionOptions suppressions = new SuppressionOptions();

  @Option(
      names = "--fail-on",
      paramLabel = "info|warning|error|never|ID",
      defaultValue = "error",
      converter = FailOn.Converter.class,
      description =
          "Problems that make the exit code 1, of a severity or of checks, such as error,TERM-001;"
              + " default: error.")
  private FailOn failOn;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      split = "\n",
      splitSynopsisLabel = "",
      description =
          "Write a report: a page (.html), SARIF (.sarif) or JUnit XML (.xml) for CI, else JSON;"
              + " may be given again.")
  private List<Path> reports = List.of();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Mixin private final ConsoleOptions consoleOptions = new ConsoleOptions();

  CheckCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    consoleOptions.requireValid();
    games.requireValid(to.size());
    CheckIds.requireKnown(checks.keySet());
    OutputOptions.requireFolders(environment, reports);
    if (texts && to.isEmpty()) {
      throw new UsageException("--texts: name the language of the translations with --to");
    }
    FormatRegistry formats = FormatRegistry.load();
    format.ifPresent(id -> InputOptions.requireFormat(formats, id));
    Console console = consoleOptions.console(environment);
    CheckRun run =
        new CheckRun(
            environment,
            console,
            formats,
            settings(),
            games.in(FormatOptions.DEFAULT),
            to,
            texts,
            suppressions.read(environment));
    ExitCode found = run.find(paths, source);
    if (found != ExitCode.DONE) {
      return found.code();
    }
    CheckResults results = run.check();
    if (json) {
      results.printJson(environment.out());
    } else {
      results.print(environment.out());
    }
    results.tell(console);
    reports.forEach(report -> results.write(environment.resolve(report)));
    return (results.fails(failOn) ? ExitCode.INCOMPLETE : ExitCode.DONE).code();
  }

  private PairSettings settings() {
    Glossary glossary = GlossaryReader.read(glossaries.stream().map(environment::resolve).toList());
    return new PairSettings(
        from.map(LanguageTag::tag),
        to.size() == 1 ? Optional.of(to.get(0).tag()) : Optional.empty(),
        format,
        glossary,
        checks);
  }
}
