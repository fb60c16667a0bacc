package dev.yiben.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/** Shows the settings that a run would have. */
@Command(
    name = "show",
    description = "Shows the settings that hold where the command line is silent, as YAML.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class ConfigShowCommand implements Callable<Integer> {
  private final Environment environment;
  private final SettingKeys keys;
  private final Configuration configuration;
  @Mixin private final ConsoleOptions consoleOptions = new ConsoleOptions();

  @Option(names = "--origin", description = "Show where each comes from.")
  private boolean origin;

  ConfigShowCommand(Environment environment, SettingKeys keys, Configuration configuration) {
    this.environment = environment;
    this.keys = keys;
    this.configuration = configuration;
  }

  @Override
  public Integer call() {
    Console console = consoleOptions.console(environment);
    configuration.files().forEach(file -> console.detail("read " + file));
    for (String key : keys.all()) {
      OptionSpec option = keys.option(key);
      Setting builtIn =
          option.defaultValue() == null
              ? null
              : new Setting(List.of(option.defaultValue()), "default");
      Setting setting = configuration.setting(key).orElse(builtIn);
      if (setting != null) {
        environment
            .out()
            .println(key + ": " + yaml(key, setting) + (origin ? "  # " + setting.origin() : ""));
      }
    }
    return ExitCode.DONE.code();
  }

  private String yaml(String key, Setting setting) {
    if (keys.isMap(key)) {
      return "{" + String.join(", ", setting.values()).replace("=", ": ") + "}";
    }
    return keys.isList(key)
        ? "[" + String.join(", ", setting.values()) + "]"
        : setting.values().get(0);
  }
}
