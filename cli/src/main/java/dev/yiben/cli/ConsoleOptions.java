package dev.yiben.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that every command has. */
final class ConsoleOptions {
  /** When to use colours. */
  enum Color {
    AUTO,
    ALWAYS,
    NEVER;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = {"-q", "--quiet"},
      description = "Tell errors only.")
  private boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      description = "Tell more: the model, the settings, the place of the log.")
  private boolean verbose;

  @Option(names = "--stacktrace", description = "Show where in the program an error arose.")
  private boolean stacktrace;

  @Option(
      names = "--color",
      paramLabel = "auto|always|never",
      defaultValue = "auto",
      description = "Colours on the standard error; default: auto, on a terminal without NO_COLOR.")
  private Color color;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "Read settings from FILE, instead of yiben.yaml here or above and the user's"
              + " config.yaml.")
  private Optional<Path> config = Optional.empty();

  /** Throws a usage exception if two options contradict each other. */
  void requireValid() {
    if (quiet && verbose) {
      throw new UsageException("-q and -v exclude each other");
    }
  }

  boolean stacktrace() {
    return stacktrace;
  }

  Optional<Path> config() {
    return config;
  }

  Console console(Environment environment) {
    return new Console(environment.err(), verbosity(), colored(environment), columns(environment));
  }

  boolean colored(Environment environment) {
    return switch (color) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO -> columns(environment) > 0 && environment.variable("NO_COLOR").isEmpty();
    };
  }

  private Console.Verbosity verbosity() {
    if (quiet) {
      return Console.Verbosity.QUIET;
    }
    return verbose ? Console.Verbosity.VERBOSE : Console.Verbosity.NORMAL;
  }

  private static int columns(Environment environment) {
    return environment.variable("TERM").filter("dumb"::equals).isPresent()
        ? 0
        : environment.columns();
  }
}
