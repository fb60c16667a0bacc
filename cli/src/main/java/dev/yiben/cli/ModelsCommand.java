package dev.yiben.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Groups the commands about models; by itself lists them. */
@Command(
    name = "translate models",
    description = "Lists models and gets them.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class ModelsCommand implements Callable<Integer> {
  private final Environment environment;
  @Mixin private final ModelListOptions list = new ModelListOptions();
  @Mixin private final ConsoleOptions consoleOptions = new ConsoleOptions();

  ModelsCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    return new ModelList(environment, consoleOptions).show(list).code();
  }
}
