package dev.yiben.cli;

import dev.yiben.pipeline.memory.MemoryLanguages;
import dev.yiben.pipeline.memory.TranslationMemory;
import dev.yiben.pipeline.memory.UnitFilter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Removes translations from memories. */
@Command(
    name = "clear",
    description = "Removes translations from the memories: all, or those that the options choose.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class MemoryClearCommand implements Callable<Integer> {
  private final Environment environment;
  @Mixin private final MemoryChoice memories = new MemoryChoice();
  @Mixin private final MemoryFilter filter = new MemoryFilter();
  @Mixin private final Confirmation confirmation = new Confirmation();
  @Mixin private final ConsoleOptions consoleOptions = new ConsoleOptions();

  MemoryClearCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    consoleOptions.requireValid();
    Console console = consoleOptions.console(environment);
    UnitFilter chosen = filter.filter(Optional.empty());
    Map<Path, MemoryLanguages> files = new LinkedHashMap<>();
    memories.forEach(environment, memory -> files.put(memory.file(), memory.languages()));
    files.forEach(
        (file, languages) -> {
          String what = chosen.equals(UnitFilter.ALL) ? "all" : "these";
          confirmation.require(
              environment, what + " translations from " + languages + " in " + file);
          try (TranslationMemory memory = TranslationMemory.open(file, languages)) {
            console.info("removed " + memory.remove(chosen) + " translations from " + languages);
          }
        });
    return ExitCode.DONE.code();
  }
}
