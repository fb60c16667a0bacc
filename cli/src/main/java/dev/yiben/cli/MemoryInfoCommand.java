package dev.yiben.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells what is in translation memories. */
@Command(
    name = "info",
    description = "Tells where the memories are, and how many translations they have by origin.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class MemoryInfoCommand implements Callable<Integer> {
  private final Environment environment;
  @Mixin private final MemoryInfoOptions info = new MemoryInfoOptions();
  @Mixin private final ConsoleOptions consoleOptions = new ConsoleOptions();

  MemoryInfoCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    consoleOptions.requireValid();
    return new MemoryInfo(environment).show(info).code();
  }
}
