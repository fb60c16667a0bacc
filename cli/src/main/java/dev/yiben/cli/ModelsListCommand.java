package dev.yiben.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the models that there are. */
@Command(
    name = "list",
    description = "Lists the models in the folder of models.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class ModelsListCommand implements Callable<Integer> {
  private final Environment environment;
  @Mixin private final ModelListOptions list = new ModelListOptions();
  @Mixin private final ConsoleOptions consoleOptions = new ConsoleOptions();

  ModelsListCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    return new ModelList(environment, consoleOptions).show(list).code();
  }
}
