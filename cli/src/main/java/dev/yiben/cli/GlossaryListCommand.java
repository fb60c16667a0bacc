package dev.yiben.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lists what glossaries have. */
@Command(
    name = "list",
    description = "Lists what glossaries have; of several, what holds where all are used.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class GlossaryListCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(arity = "0..*", paramLabel = "FILE", description = "Glossaries, instead of -g.")
  private List<Path> files = List.of();

  @Mixin private final GlossaryOption glossary = new GlossaryOption();
  @Mixin private final GlossaryListOptions list = new GlossaryListOptions();
  @Mixin private final ConsoleOptions consoleOptions = new ConsoleOptions();

  GlossaryListCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    consoleOptions.requireValid();
    return new GlossaryList(environment, list.json())
        .show(glossary.all(environment), files.stream().map(environment::resolve).toList())
        .code();
  }
}
