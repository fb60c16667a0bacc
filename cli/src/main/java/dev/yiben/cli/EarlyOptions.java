package dev.yiben.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Reads the options that decide how all others are read and how errors are told. */
@Command(name = "translate")
final class EarlyOptions {
  @Mixin private final ConsoleOptions console = new ConsoleOptions();

  private EarlyOptions() {}

  /** Returns the console options; defaults where they are wrong, since they are read once more. */
  static ConsoleOptions parse(String... arguments) {
    EarlyOptions early = new EarlyOptions();
    try {
      Main.configured(new CommandLine(early))
          .setUnmatchedArgumentsAllowed(true)
          .parseArgs(arguments);
      return early.console;
    } catch (CommandLine.ParameterException e) {
      EarlyOptions defaults = new EarlyOptions();
      new CommandLine(defaults).parseArgs();
      return defaults.console;
    }
  }
}
