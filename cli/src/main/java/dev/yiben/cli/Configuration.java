package dev.yiben.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;

/**
 * The settings that hold where the command line is silent: environment, then project file, then
 * user file.
 */
final class Configuration implements IDefaultValueProvider {
  private static final String PROJECT_FILE = "yiben.yaml";

  private final SettingKeys keys;
  private final Map<String, Setting> settings = new LinkedHashMap<>();
  private final List<Path> files = new ArrayList<>();

  private Configuration(SettingKeys keys) {
    this.keys = keys;
  }

  /**
   * Reads the settings.
   *
   * @param chosen the file to read instead of the project's and the user's
   * @throws UsageException if a file cannot be read
   */
  static Configuration load(Environment environment, Optional<Path> chosen, SettingKeys keys) {
    Configuration configuration = new Configuration(keys);
    if (chosen.isPresent()) {
      configuration.add(environment.resolve(chosen.get()));
    } else {
      Optional.of(userFolder(environment).resolve("config.yaml"))
          .filter(Files::isRegularFile)
          .ifPresent(configuration::add);
      projectFile(environment).ifPresent(configuration::addOfProject);
    }
    for (String key : keys.all()) {
      String name = SettingKeys.variable(key);
      environment
          .variable(name)
          .ifPresent(value -> configuration.settings.put(key, new Setting(List.of(value), name)));
    }
    return configuration;
  }

  private void add(Path file) {
    files.add(file);
    settings.putAll(ConfigFile.read(file, keys));
  }

  private void addOfProject(Path file) {
    add(file);
    for (String key : keys.all()) {
      Optional<String> origin =
          setting(key).map(Setting::origin).filter(place -> place.startsWith(file + ":"));
      if (origin.isPresent() && SettingKeys.isBarredFromProjects(key)) {
        throw new UsageException(
            origin.get()
                + ": '"
                + key
                + "' cannot be set by a project, which could have your key sent anywhere or a"
                + " program run; put it into your own config.yaml, or if you trust this file give"
                + " it with --config");
      }
    }
  }

  /** Returns the folder of the user's own configuration, which may not be there. */
  static Path userFolder(Environment environment) {
    return environment
        .variable("XDG_CONFIG_HOME")
        .or(() -> environment.variable("APPDATA"))
        .map(Path::of)
        .orElseGet(() -> environment.userHome().resolve(".config"))
        .resolve("yiben");
  }

  /**
   * Returns the project's file: here or, within a repository, in the nearest folder above.
   *
   * <p>Outside of a repository no folder above is asked, since anyone could have put a file there.
   */
  private static Optional<Path> projectFile(Environment environment) {
    List<Path> candidates = new ArrayList<>(List.of(environment.folder()));
    Path above = environment.folder().toAbsolutePath();
    while (above != null && !Files.exists(above.resolve(".git"))) {
      above = above.getParent();
      candidates.add(above);
    }
    return candidates.subList(0, above == null ? 1 : candidates.size()).stream()
        .map(folder -> folder.resolve(PROJECT_FILE))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /** Returns the files that were read, the strongest last. */
  List<Path> files() {
    return files;
  }

  /** Returns the setting of a key. */
  Optional<Setting> setting(String key) {
    return Optional.ofNullable(settings.get(key));
  }

  /** Returns where the value of an option comes from, if not from the command line. */
  Optional<String> origin(ArgSpec argument) {
    return keys.of(argument).flatMap(this::setting).map(Setting::origin);
  }

  @Override
  public String defaultValue(ArgSpec argument) {
    return keys.of(argument)
        .flatMap(this::setting)
        .map(setting -> String.join(argument.splitRegex(), setting.values()))
        .orElse(null);
  }
}
