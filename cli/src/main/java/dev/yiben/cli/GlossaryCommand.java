package dev.yiben.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Groups the commands about glossaries; by itself lists what the glossary has. */
@Command(
    name = "translate glossary",
    description = "Lists what a glossary has, changes it, and makes one from documents.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class GlossaryCommand implements Callable<Integer> {
  private final Environment environment;
  @Mixin private final GlossaryOption glossary = new GlossaryOption();
  @Mixin private final GlossaryListOptions list = new GlossaryListOptions();
  @Mixin private final ConsoleOptions consoleOptions = new ConsoleOptions();

  GlossaryCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    consoleOptions.requireValid();
    return new GlossaryList(environment, list.json())
        .show(glossary.all(environment), List.of())
        .code();
  }
}
