package dev.yiben.cli;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.runtime.LlamaRuntime;
import dev.yiben.inference.runtime.RuntimeInstaller;
import dev.yiben.inference.runtime.Runtimes;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Removes libraries of llama.cpp that were installed. */
@Command(
    name = "remove",
    description = "Removes runtimes that were installed; those that others put there stay.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class RuntimeRemoveCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(arity = "1..*", paramLabel = "NAME", description = "As 'translate runtime' shows it.")
  private List<String> names;

  @Mixin private final Confirmation confirmation = new Confirmation();
  @Mixin private final ConsoleOptions consoleOptions = new ConsoleOptions();

  RuntimeRemoveCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    consoleOptions.requireValid();
    Console console = consoleOptions.console(environment);
    Runtimes runtimes = NativeRuntime.runtimes(environment);
    RuntimeInstaller installer = new RuntimeInstaller(runtimes);
    for (String name : names) {
      LlamaRuntime runtime =
          runtimes.installed().stream()
              .filter(one -> one.name().equals(name))
              .findFirst()
              .orElseThrow(
                  () ->
                      new InferenceException(
                          InferenceException.Category.USER,
                          "There is no runtime '"
                              + name
                              + "' in "
                              + runtimes.folder()
                              + "; 'translate runtime' lists them"));
      confirmation.require(environment, "the runtime " + name);
      installer.remove(runtime);
      console.info("removed the runtime " + name);
    }
    return ExitCode.DONE.code();
  }
}
