package dev.yiben.inference.runtime;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import dev.yiben.inference.runtime.LlamaRuntime.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The runtimes of this machine.
 *
 * @param folder the user's folder of runtimes, which need not exist
 * @param platform what they are for
 */
public record Runtimes(Path folder, Platform platform) {
  /** The environment variable that names a runtime or its folder. */
  public static final String VARIABLE = "YIBEN_LLAMA_RUNTIME";

  private static final String GET =
      "; 'translate runtime install' gets one, and 'translate runtime list' shows those that there"
          + " are";

  /**
   * Returns the folder of runtimes for an environment.
   *
   * @param environment the variables: XDG_DATA_HOME or LOCALAPPDATA
   * @param home the user's home folder
   */
  public static Path defaultFolder(Map<String, String> environment, Path home, Platform platform) {
    boolean windows = platform.os() == Platform.Os.WINDOWS;
    String data = environment.getOrDefault(windows ? "LOCALAPPDATA" : "XDG_DATA_HOME", "");
    Path fallback = windows ? home.resolve("AppData/Local") : home.resolve(".local/share");
    return (data.isBlank() ? fallback : Path.of(data)).resolve("yiben").resolve("runtimes");
  }

  /** Returns those that were installed, in order of their names. */
  public List<LlamaRuntime> installed() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> !entry.getFileName().toString().startsWith("."))
          .sorted()
          .flatMap(entry -> read(entry.getFileName().toString(), Origin.INSTALLED, entry).stream())
          .toList();
    } catch (IOException e) {
      throw new InferenceException(
          Category.USER, folder + ": the folder of runtimes cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * Returns a runtime.
   *
   * @param name a folder, or the name of an installed one
   * @throws InferenceException if there is none
   */
  public LlamaRuntime named(String name) {
    return installed().stream()
        .filter(runtime -> runtime.name().equals(name))
        .findFirst()
        .or(() -> read(name, Origin.NAMED, path(name)))
        .orElseThrow(
            () ->
                new InferenceException(
                    Category.USER,
                    "There is no runtime of llama.cpp '"
                        + name
                        + "': it is neither installed nor a folder with libllama"
                        + GET));
  }

  /** Returns the runtime to use where the user names none; empty if there is none. */
  public Optional<LlamaRuntime> preferred() {
    return installed().stream().findFirst();
  }

  private Optional<LlamaRuntime> read(String name, Origin origin, Path folder) {
    return RuntimeLibraries.in(folder.toAbsolutePath().normalize(), platform)
        .map(
            libraries ->
                new LlamaRuntime(
                    name,
                    origin,
                    libraries,
                    libraries.versionOfName(platform),
                    libraries.backends(platform)));
  }

  private static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new InferenceException(
          Category.USER, "'" + name + "' cannot be the name of a runtime" + GET, e);
    }
  }
}
