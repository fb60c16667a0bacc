package dev.yiben.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints the folder of the libraries of llama.cpp. */
@Command(
    name = "path",
    description = "Prints the folder of the runtime that --engine llama-native uses.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class RuntimePathCommand implements Callable<Integer> {
  private final Environment environment;
  @Mixin private final RuntimeOptions options = new RuntimeOptions();
  @Mixin private final ConsoleOptions consoleOptions = new ConsoleOptions();

  RuntimePathCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    consoleOptions.requireValid();
    environment.out().println(new NativeRuntime(environment, options).required().folder());
    return ExitCode.DONE.code();
  }
}
