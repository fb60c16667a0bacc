package dev.yiben.cli;

import dev.yiben.glossary.exchange.GlossaryImport;
import dev.yiben.glossary.exchange.ImportOptions;
import dev.yiben.glossary.exchange.Imported;
import dev.yiben.glossary.exchange.Notice;
import dev.yiben.glossary.exchange.Part;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes glossaries of other tools over into one of ours. */
@Command(
    name = "import",
    description = {
      "Takes glossaries of other tools over: CSV, TSV, XLSX, TBX, the JSON and XLSX files of AiNiee"
          + " and LinguaGacha, maps from sources to targets, and RPG Maker's Actors.json.",
      "What is there already stays, unless --replace is given; so do comments and order."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class GlossaryImportCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files to take over.")
  private List<Path> files;

  @Option(
      names = "--as",
      paramLabel = "PART",
      description =
          "What their entries are: terms, characters, before or after (replacements), protected,"
              + " forbidden, examples or style; default: by their columns and the file's name.")
  private Optional<Part> part = Optional.empty();

  @Option(
      names = {"-f", "--from"},
      paramLabel = "LANG",
      converter = LanguageTag.Converter.class,
      description = "Language of the terms, where a file has several; default: its first.")
  private Optional<LanguageTag> from = Optional.empty();

  @Option(
      names = {"-t", "--to"},
      paramLabel = "LANG",
      split = ",",
      converter = LanguageTag.Converter.class,
      description = "Language of their translations; default: the next one.")
  private List<LanguageTag> to = List.of();

  @Option(
      names = "--charset",
      paramLabel = "NAME",
      description = "Encoding of text files, such as gb18030; default: by their bytes.")
  private Optional<Charset> charset = Optional.empty();

  @Option(names = "--replace", description = "Replace what is there for the same source.")
  private boolean replace;

  @Option(
      names = {"-n", "--dry-run"},
      description = "Write nothing: tell what would be taken over.")
  private boolean dryRun;

  @Mixin private final GlossaryOption glossary = new GlossaryOption();
  @Mixin private final ConsoleOptions consoleOptions = new ConsoleOptions();

  GlossaryImportCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    consoleOptions.requireValid();
    Console console = consoleOptions.console(environment);
    Path file = glossary.changed(environment);
    GlossaryMerge merge = new GlossaryMerge(GlossaryStore.edit(file), replace);
    for (Path path : files) {
      Imported imported = GlossaryImport.read(environment.resolve(path), options());
      imported.notices().forEach(notice -> console.warning(line(path, notice)));
      console.detail(path + ": " + imported.format());
      merge.add(imported.glossary());
    }
    merge.conflicts().forEach(conflict -> console.warning(conflict + "; that stays"));
    console.info(
        "%d added, %d replaced, %d left as they are"
            .formatted(merge.added(), merge.replaced(), merge.conflicts().size()));
    if (merge.changes() > 0) {
      String text = merge.text();
      if (!dryRun) {
        GlossaryStore.write(file, text);
        environment.out().println(file);
      }
    }
    return ExitCode.DONE.code();
  }

  private ImportOptions options() {
    return new ImportOptions(
        part,
        from.map(LanguageTag::tag),
        to.size() == 1 ? Optional.of(to.get(0).tag()) : Optional.empty(),
        charset);
  }

  private static String line(Path path, Notice notice) {
    return path + (notice.line() == 0 ? "" : ":" + notice.line()) + ": " + notice.text();
  }
}
