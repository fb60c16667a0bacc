package dev.yiben.inference.models;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds a model by its path, by its name in the folder of models, or by the word {@code demo}.
 *
 * @param folder the user's folder of models, which need not exist
 * @param installation the folder that holds {@code samples/demo-model}; empty if it is unknown
 */
public record ModelLocator(Path folder, Optional<Path> installation) {
  /** The name that stands for the small model that comes with the program. */
  public static final String DEMO = "demo";

  private static final String DEMO_FILE = "samples/demo-model/demo-en-zh.gguf";
  private static final int MAX_LISTED = 10;

  /**
   * Returns the folder of models for an environment.
   *
   * @param environment the variables: YIBEN_MODELS, else XDG_DATA_HOME or LOCALAPPDATA
   * @param home the user's home folder
   * @param windows whether the system is Windows
   */
  public static Path defaultFolder(Map<String, String> environment, Path home, boolean windows) {
    String own = environment.getOrDefault("YIBEN_MODELS", "");
    if (!own.isBlank()) {
      return Path.of(own);
    }
    String data = environment.getOrDefault(windows ? "LOCALAPPDATA" : "XDG_DATA_HOME", "");
    Path fallback = windows ? home.resolve("AppData/Local") : home.resolve(".local/share");
    return (data.isBlank() ? fallback : Path.of(data)).resolve("yiben").resolve("models");
  }

  /**
   * Returns the file of a model; of a split model the first file.
   *
   * @param model a path, the name of a file in the folder with or without {@code .gguf}, one of the
   *     catalogue that was pulled, {@code demo}, or nothing for the only model in the folder
   * @throws InferenceException if there is none or more than one; the message says how to get one
   */
  public Path locate(Optional<String> model) {
    return model.map(this::byName).orElseGet(this::only);
  }

  private Path byName(String name) {
    if (name.equals(DEMO)) {
      return demo();
    }
    Path path = path(name);
    if (Files.isRegularFile(path)) {
      return path;
    }
    for (String fileName : List.of(name, name + ModelFolder.SUFFIX)) {
      Path inFolder = folder.resolve(fileName);
      if (Files.isRegularFile(inFolder)) {
        return inFolder;
      }
    }
    Optional<Path> pulled = pulled(name);
    if (pulled.isPresent()) {
      return pulled.get();
    }
    List<Path> models = models();
    List<Path> matching =
        models.stream().filter(file -> ModelFolder.name(file).equalsIgnoreCase(name)).toList();
    if (matching.size() == 1) {
      return matching.get(0);
    }
    if (Files.isDirectory(path)) {
      throw missing("'" + name + "' is a folder, not a model file");
    }
    if (Catalogue.load().model(name).isPresent()) {
      throw new InferenceException(
          Category.USER,
          "The model '"
              + name
              + "' is not in "
              + folder
              + " yet; get it with 'translate models pull "
              + name
              + "'");
    }
    throw missing(
        "There is no model '"
            + name
            + "', neither as a file nor in "
            + folder
            + (models.isEmpty() ? "" : " (which has " + names(models) + ")"));
  }

  /** Returns the file of a model of the catalogue, of those that are there the first it names. */
  private Optional<Path> pulled(String name) {
    return Catalogue.load().model(name).stream()
        .flatMap(model -> model.files().stream())
        .filter(file -> file.isNamedBy(name))
        .map(file -> folder.resolve(file.file()))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  private Path only() {
    List<Path> models = models();
    if (models.size() == 1) {
      return models.get(0);
    }
    if (models.isEmpty()) {
      throw missing("No model was chosen, and there is none in " + folder);
    }
    throw new InferenceException(
        Category.USER, "Choose a model with --model; " + folder + " has " + names(models));
  }

  private Path demo() {
    Path file =
        installation
            .map(home -> home.resolve(DEMO_FILE))
            .orElseThrow(
                () -> missing("The demo model is not there: the installation folder is unknown"));
    if (!Files.isRegularFile(file)) {
      throw missing("The demo model is not there: " + file);
    }
    return file;
  }

  private Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw missing("'" + name + "' cannot be the name of a model file");
    }
  }

  private List<Path> models() {
    return new ModelFolder(folder).models().stream().map(InstalledModel::file).toList();
  }

  private InferenceException missing(String problem) {
    return new InferenceException(
        Category.USER,
        problem
            + ". Get one, such as with 'translate models pull qwen2.5-7b' ('translate models fit'"
            + " shows which suits this machine), or give a GGUF file with --model; --model demo"
            + " tries the tool without one");
  }

  private static String names(List<Path> models) {
    String names =
        models.stream().limit(MAX_LISTED).map(ModelFolder::name).collect(Collectors.joining(", "));
    return models.size() > MAX_LISTED
        ? names + " and " + (models.size() - MAX_LISTED) + " more"
        : names;
  }
}
