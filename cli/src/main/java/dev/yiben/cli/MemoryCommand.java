package dev.yiben.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Groups the commands about translation memories; by itself tells what is in them. */
@Command(
    name = "translate tm",
    description = "Tells what is in the translation memories, and takes texts in and out.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class MemoryCommand implements Callable<Integer> {
  private final Environment environment;
  @Mixin private final MemoryInfoOptions info = new MemoryInfoOptions();
  @Mixin private final ConsoleOptions consoleOptions = new ConsoleOptions();

  MemoryCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    consoleOptions.requireValid();
    return new MemoryInfo(environment).show(info).code();
  }
}
