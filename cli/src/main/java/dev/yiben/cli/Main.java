package dev.yiben.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;

/** The {@code translate} command. */
public final class Main {
  private static final Set<String> COMMANDS = Set.of("config", "generate-completion");

  private final Environment environment;

  Main(Environment environment) {
    this.environment = environment;
  }

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(new Main(Environment.ofProcess()).run(arguments));
  }

  /** Runs the command and returns its exit code. */
  int run(String... arguments) {
    ConsoleOptions early = EarlyOptions.parse(arguments);
    Console console = early.console(environment);
    try {
      return execute(early, console, arguments);
    } catch (RuntimeException | Error e) {
      return new Failures(console, Optional.empty(), early.stacktrace()).handle(e).code();
    }
  }

  private int execute(ConsoleOptions early, Console console, String... arguments) {
    CommandLine translate = new CommandLine(new TranslateCommand(environment));
    SettingKeys keys = new SettingKeys(translate.getCommandSpec());
    Configuration configuration = Configuration.load(environment, early.config(), keys);
    translate.setDefaultValueProvider(configuration);
    if (arguments.length > 0 && COMMANDS.contains(arguments[0])) {
      // Only here, so that a file of such a name may stand anywhere else.
      translate.addSubcommand("config", config(keys, configuration));
      translate.addSubcommand(new AutoComplete.GenerateCompletion());
    }
    Failures failures = new Failures(console, Optional.of(configuration), early.stacktrace());
    translate.getCommandSpec().usageMessage().footer(footer());
    return configured(translate)
        .setOut(new PrintWriter(environment.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(environment.err(), true, StandardCharsets.UTF_8))
        .setColorScheme(
            Help.defaultColorScheme(early.colored(environment) ? Help.Ansi.ON : Help.Ansi.OFF))
        .setParameterExceptionHandler(failures)
        .setExecutionExceptionHandler(failures)
        .execute(arguments);
  }

  private CommandLine config(SettingKeys keys, Configuration configuration) {
    CommandSpec config =
        CommandSpec.forAnnotatedObject(new ConfigGroup())
            .addSubcommand(
                "show", new CommandLine(new ConfigCommand(environment, keys, configuration)));
    return new CommandLine(config);
  }

  /** Sets what holds for every reading of the arguments. */
  static CommandLine configured(CommandLine commandLine) {
    return commandLine
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUseSimplifiedAtFiles(true)
        .setUsageHelpLongOptionsMaxWidth(28);
  }

  private static String[] footer() {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("Exit codes:");
    lines.addAll(ExitCode.help());
    lines.add("");
    lines.add("Options that take a value can also be set in the environment (YIBEN_TO=zh), in the");
    lines.add(
        "project's yiben.yaml and in the user's config.yaml; config.example.yaml has them all.");
    lines.add("An argument @FILE stands for the lines of FILE.");
    lines.add("");
    lines.add("Other commands:");
    lines.add("  translate config show [--origin]  show the settings and where they come from");
    lines.add("  translate generate-completion     print a completion script for bash and zsh");
    lines.add("A file of such a name is given as ./config.");
    return lines.stream().map(line -> line.replace("%", "%%")).toArray(String[]::new);
  }

  @Command(name = "config", description = "Shows settings.")
  private static final class ConfigGroup {}
}
