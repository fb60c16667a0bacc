package dev.yiben.cli;

import dev.yiben.inference.runtime.Runtimes;
import dev.yiben.pipeline.prompt.PromptProfiles;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The options that may also be set in the environment and in configuration files: all that take a
 * value, but those that belong to one run.
 */
final class SettingKeys {
  private static final Set<String> OF_ONE_RUN = Set.of("config", "files-from");
  // What these name gets the user's key and texts, or is run or loaded.
  private static final Set<String> NOT_OF_PROJECTS =
      Set.of(
          "endpoint",
          "endpoints",
          "api-key-variable",
          "api-key-file",
          "header",
          "llama-server",
          "llama-server-args",
          "llama-runtime");
  private static final Set<String> PATHS = Set.of("output");
  private static final Set<String> WITH_PARTS = Set.of("prices");
  private static final Set<String> MODELS = Set.of("model", "draft-model");

  private final Map<String, OptionSpec> options = new LinkedHashMap<>();

  SettingKeys(CommandSpec command) {
    for (OptionSpec option : command.options()) {
      String key = key(option);
      if (option.arity().max() > 0 && !OF_ONE_RUN.contains(key)) {
        options.put(key, option);
      }
    }
  }

  /** Returns the keys in the order of the help. */
  Set<String> all() {
    return options.keySet();
  }

  /** Returns the option of a key. */
  OptionSpec option(String key) {
    return options.get(key);
  }

  /** Returns the key of an option, if it is a setting. */
  Optional<String> of(ArgSpec argument) {
    return argument instanceof OptionSpec option && options.containsKey(key(option))
        ? Optional.of(key(option))
        : Optional.empty();
  }

  /**
   * Returns whether a project's file must not set a key, since whoever wrote it, and everyone who
   * can put a file there, could have the user's keys sent anywhere or a program run.
   */
  static boolean isBarredFromProjects(String key) {
    return NOT_OF_PROJECTS.contains(key);
  }

  /** Returns whether a value is a path, so that it is relative to the file that holds it. */
  boolean isPath(String key, String value) {
    OptionSpec option = options.get(key);
    Class<?>[] types = option.auxiliaryTypes();
    return types[types.length - 1] == Path.class
        || PATHS.contains(key)
        || (key.equals(SuppressionsFile.KEY) && !SuppressionsFile.isLine(value))
        || (MODELS.contains(key) && EngineOptions.isFile(value))
        || (key.equals("llama-runtime") && Runtimes.isFolder(value))
        || (key.equals("profile") && PromptProfiles.isFile(value));
  }

  boolean isList(String key) {
    return options.get(key).isMultiValue() && !isMap(key);
  }

  boolean isMap(String key) {
    return Map.class.isAssignableFrom(options.get(key).type());
  }

  /** Returns whether the values of a map have named parts. */
  boolean hasParts(String key) {
    return WITH_PARTS.contains(key);
  }

  /** Returns the name of the environment variable of a key. */
  static String variable(String key) {
    return "YIBEN_" + key.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private static String key(OptionSpec option) {
    String longest =
        Arrays.stream(option.names()).max(Comparator.comparingInt(String::length)).orElseThrow();
    return longest.replaceFirst("^-+", "");
  }
}
