package dev.yiben.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the libraries of llama.cpp. */
@Command(
    name = "list",
    description = {
      "Lists the runtimes that are installed, those that were found on this machine, and those that"
          + " can be installed.",
      "A * marks the one that is used."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class RuntimeListCommand implements Callable<Integer> {
  private final Environment environment;
  @Mixin private final RuntimeListOptions list = new RuntimeListOptions();
  @Mixin private final ConsoleOptions consoleOptions = new ConsoleOptions();

  RuntimeListCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    return new RuntimeList(environment, consoleOptions).show(list).code();
  }
}
