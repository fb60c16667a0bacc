package dev.yiben.cli;

import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_OPTION_LIST;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.OptionSpec;

/** The {@code translate} command. */
public final class Main {
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
    translate.getCommandSpec().usageMessage().footer(footer());
    translate.getHelpSectionMap().put(SECTION_KEY_OPTION_LIST, OptionSection::list);
    // Not picocli's subcommands, since those could then stand anywhere, and files could not.
    CommandLine command =
        switch (arguments.length == 0 ? "" : arguments[0]) {
          case "config" -> config(keys, configuration);
          case "generate-completion" ->
              new CommandLine(new CompletionCommand(environment, completed(keys, configuration)));
          case "models" -> models(configuration);
          case "runtime" -> runtime(configuration);
          case "glossary" -> glossary(configuration);
          case "check" -> check(configuration);
          case "doctor" -> doctor(configuration);
          case "extract" -> extract(configuration);
          case "merge" -> merge(configuration);
          case "score" -> score(configuration);
          case "tm" -> memory(configuration);
          default -> translate;
        };
    Failures failures = new Failures(console, Optional.of(configuration), early.stacktrace());
    return configured(command)
        .setOut(new PrintWriter(environment.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(environment.err(), true, StandardCharsets.UTF_8))
        .setColorScheme(
            Help.defaultColorScheme(early.colored(environment) ? Help.Ansi.ON : Help.Ansi.OFF))
        .setParameterExceptionHandler(failures)
        .setExecutionExceptionHandler(failures)
        .execute(Arrays.copyOfRange(arguments, command == translate ? 0 : 1, arguments.length));
  }

  private CommandLine config(SettingKeys keys, Configuration configuration) {
    return new CommandLine(new ConfigCommand())
        .addSubcommand(new CommandLine(new ConfigShowCommand(environment, keys, configuration)));
  }

  private CommandLine models(Configuration configuration) {
    CommandLine models =
        new CommandLine(new ModelsCommand(environment))
            .addSubcommand(new CommandLine(new ModelsListCommand(environment)))
            .addSubcommand(new CommandLine(new ModelsPullCommand(environment)))
            .addSubcommand(new CommandLine(new ModelsRemoveCommand(environment)))
            .addSubcommand(new CommandLine(new ModelsInfoCommand(environment)))
            .addSubcommand(new CommandLine(new ModelsFitCommand(environment)));
    return models.setDefaultValueProvider(configuration);
  }

  private CommandLine runtime(Configuration configuration) {
    CommandLine runtime =
        new CommandLine(new RuntimeCommand(environment))
            .addSubcommand(new CommandLine(new RuntimeListCommand(environment)))
            .addSubcommand(new CommandLine(new RuntimeInstallCommand(environment)))
            .addSubcommand(new CommandLine(new RuntimeRemoveCommand(environment)))
            .addSubcommand(new CommandLine(new RuntimePathCommand(environment)));
    return runtime.setDefaultValueProvider(configuration);
  }

  private CommandLine glossary(Configuration configuration) {
    CommandLine glossary =
        new CommandLine(new GlossaryCommand(environment))
            .addSubcommand(new CommandLine(new GlossaryInitCommand(environment)))
            .addSubcommand(new CommandLine(new GlossaryAddCommand(environment)))
            .addSubcommand(new CommandLine(new GlossaryRemoveCommand(environment)))
            .addSubcommand(new CommandLine(new GlossaryListCommand(environment)))
            .addSubcommand(new CommandLine(new GlossaryCheckCommand(environment)))
            .addSubcommand(new CommandLine(new GlossaryImportCommand(environment)))
            .addSubcommand(new CommandLine(new GlossaryExportCommand(environment)))
            .addSubcommand(new CommandLine(new GlossaryEditCommand(environment)))
            .addSubcommand(new CommandLine(new GlossaryExtractCommand(environment)))
            .addSubcommand(new CommandLine(new GlossarySchemaCommand(environment)));
    return glossary.setDefaultValueProvider(configuration);
  }

  private CommandLine check(Configuration configuration) {
    // The reports of the configuration are of what is translated, and would be replaced.
    return new CommandLine(new CheckCommand(environment))
        .setDefaultValueProvider(
            argument ->
                argument instanceof OptionSpec option && option.longestName().equals("--report")
                    ? null
                    : configuration.defaultValue(argument));
  }

  private CommandLine extract(Configuration configuration) {
    return new CommandLine(new ExtractCommand(environment)).setDefaultValueProvider(configuration);
  }

  private CommandLine merge(Configuration configuration) {
    return new CommandLine(new MergeCommand(environment)).setDefaultValueProvider(configuration);
  }

  private CommandLine memory(Configuration configuration) {
    CommandLine memory =
        new CommandLine(new MemoryCommand(environment))
            .addSubcommand(new CommandLine(new MemoryInfoCommand(environment)))
            .addSubcommand(new CommandLine(new MemoryListCommand(environment)))
            .addSubcommand(new CommandLine(new MemoryImportCommand(environment)))
            .addSubcommand(new CommandLine(new MemoryExportCommand(environment)))
            .addSubcommand(new CommandLine(new MemoryClearCommand(environment)));
    // The languages of a run are no choice of memories.
    return memory.setDefaultValueProvider(
        argument ->
            argument instanceof OptionSpec option && option.longestName().equals("--tm")
                ? configuration.defaultValue(argument)
                : null);
  }

  private CommandLine doctor(Configuration configuration) {
    return new CommandLine(new DoctorCommand(environment)).setDefaultValueProvider(configuration);
  }

  private CommandLine score(Configuration configuration) {
    return new CommandLine(new ScoreCommand(environment)).setDefaultValueProvider(configuration);
  }

  /** Returns the command with all others below it, as a shell sees them. */
  private CommandLine completed(SettingKeys keys, Configuration configuration) {
    return new CommandLine(new TranslateCommand(environment))
        .addSubcommand("config", config(keys, configuration))
        .addSubcommand("models", models(configuration))
        .addSubcommand("runtime", runtime(configuration))
        .addSubcommand("glossary", glossary(configuration))
        .addSubcommand("check", check(configuration))
        .addSubcommand("extract", extract(configuration))
        .addSubcommand("merge", merge(configuration))
        .addSubcommand("doctor", doctor(configuration))
        .addSubcommand("score", score(configuration))
        .addSubcommand("tm", memory(configuration));
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
    lines.add("  translate glossary                list, change, check and make glossaries");
    lines.add("  translate check FILE --source FILE  check translations that are there already");
    lines.add("  translate extract FILE --to LANG  write segments as XLIFF or a sheet, for review");
    lines.add("  translate merge FILE              put their translations back into the documents");
    lines.add("  translate models                  list the models that there are, and get others");
    lines.add(
        "  translate runtime                 list the libraries of llama.cpp, and get others");
    lines.add("  translate score PDF               tell how well the looks of PDF files are kept");
    lines.add("  translate tm                      tell what the translation memory has, and more");
    lines.add("  translate doctor                  look for what keeps translations from working");
    lines.add("  translate generate-completion     print a completion script for bash and zsh");
    lines.add("A file of such a name is given as ./config.");
    return lines.stream().map(line -> line.replace("%", "%%")).toArray(String[]::new);
  }
}
