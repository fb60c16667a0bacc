package dev.yiben.cli;

import dev.yiben.glossary.GlossarySchema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints the JSON Schema of glossaries. */
@Command(
    name = "schema",
    description =
        "Prints the JSON Schema of glossaries, with which editors complete and check them.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class GlossarySchemaCommand implements Callable<Integer> {
  private final Environment environment;
  @Mixin private final ConsoleOptions consoleOptions = new ConsoleOptions();

  GlossarySchemaCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    consoleOptions.requireValid();
    environment.out().print(GlossarySchema.text());
    environment.out().flush();
    return ExitCode.DONE.code();
  }
}
