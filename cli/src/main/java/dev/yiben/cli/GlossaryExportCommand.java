package dev.yiben.cli;

import dev.yiben.glossary.exchange.ExchangeFormat;
import dev.yiben.glossary.exchange.GlossaryExport;
import dev.yiben.glossary.exchange.Part;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a glossary for other tools. */
@Command(
    name = "export",
    description = "Writes a glossary for other tools, and tells what their format cannot hold.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class GlossaryExportCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(paramLabel = "FILE", description = "File to write; - is the standard output.")
  private Path file;

  @Option(
      names = "--as",
      paramLabel = "FORMAT",
      description =
          "yaml, csv, tsv, xlsx, tbx, json (all of a term), map (sources to targets), linguagacha,"
              + " linguagacha-xlsx, ainiee or ainiee-xlsx; default: by the name of the file.")
  private Optional<String> format = Optional.empty();

  @Option(
      names = "--part",
      paramLabel = "PART",
      defaultValue = "terms",
      description =
          "What is written where a file holds one part: terms, characters, before or after"
              + " (replacements), protected, forbidden, examples or style; default: terms.")
  private Part part;

  @Option(
      names = {"-f", "--from"},
      paramLabel = "LANG",
      converter = LanguageTag.Converter.class,
      description = "Language of the terms, for TBX.")
  private Optional<LanguageTag> from = Optional.empty();

  @Option(
      names = {"-t", "--to"},
      paramLabel = "LANG",
      split = ",",
      converter = LanguageTag.Converter.class,
      description = "Language of their translations, for TBX.")
  private List<LanguageTag> to = List.of();

  @Option(names = "--replace", description = "Replace the file if it is there already.")
  private boolean replace;

  @Mixin private final GlossaryOption glossary = new GlossaryOption();
  @Mixin private final ConsoleOptions consoleOptions = new ConsoleOptions();

  GlossaryExportCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    consoleOptions.requireValid();
    boolean standardOutput = file.toString().equals("-");
    ExchangeFormat chosen = GlossaryFormats.chosen(format, file);
    Path path = environment.resolve(file);
    if (!standardOutput && Files.exists(path) && !replace) {
      throw new UsageException(path + ": is there already; --replace writes over it");
    }
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    List<String> losses;
    try {
      losses =
          new GlossaryExport(
                  chosen,
                  part,
                  from.map(LanguageTag::tag),
                  to.size() == 1 ? Optional.of(to.get(0).tag()) : Optional.empty())
              .write(glossary.read(environment), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    losses.forEach(consoleOptions.console(environment)::warning);
    if (standardOutput) {
      environment.out().writeBytes(content.toByteArray());
      environment.out().flush();
    } else {
      GlossaryStore.write(path, content.toByteArray());
      environment.out().println(path);
    }
    return ExitCode.DONE.code();
  }
}
