package dev.yiben.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Groups the commands about the libraries of llama.cpp; by itself lists them. */
@Command(
    name = "translate runtime",
    description =
        "Lists the libraries of llama.cpp (runtimes) for --engine llama-native, and gets them.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class RuntimeCommand implements Callable<Integer> {
  private final Environment environment;
  @Mixin private final RuntimeListOptions list = new RuntimeListOptions();
  @Mixin private final ConsoleOptions consoleOptions = new ConsoleOptions();

  RuntimeCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    return new RuntimeList(environment, consoleOptions).show(list).code();
  }
}
