package dev.yiben.cli;

import dev.yiben.pipeline.memory.MemoryPlace;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that says where translation memories are. */
final class MemoryPlaceOptions {
  @Option(
      names = "--tm",
      paramLabel = "FILE|DIR",
      description =
          "Translation memory, or a folder with one for each pair of languages; default:"
              + " yiben/memory in the user's data folder.")
  private Optional<Path> chosen = Optional.empty();

  /** Returns whether the user has chosen a place. */
  boolean isChosen() {
    return chosen.isPresent();
  }

  /** Returns the place that holds. */
  MemoryPlace place(Environment environment) {
    return chosen
        .map(environment::resolve)
        .map(MemoryPlace::of)
        .orElseGet(() -> MemoryPlace.folder(userFolder(environment)));
  }

  private static Path userFolder(Environment environment) {
    boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    return environment
        .variable(windows ? "LOCALAPPDATA" : "XDG_DATA_HOME")
        .map(Path::of)
        .orElseGet(() -> environment.userHome().resolve(windows ? "AppData/Local" : ".local/share"))
        .resolve("yiben")
        .resolve("memory");
  }
}
