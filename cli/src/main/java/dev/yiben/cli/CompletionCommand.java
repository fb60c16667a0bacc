package dev.yiben.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Prints a script that completes the options of the command. */
@Command(
    name = "translate generate-completion",
    description = {
      "Prints a script that completes options in bash and zsh; to use it at once:",
      "source <(translate generate-completion)"
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class CompletionCommand implements Callable<Integer> {
  private final Environment environment;
  private final CommandLine completed;

  CompletionCommand(Environment environment, CommandLine completed) {
    this.environment = environment;
    this.completed = completed;
  }

  @Override
  public Integer call() {
    environment.out().print(AutoComplete.bash("translate", completed));
    return ExitCode.DONE.code();
  }
}
