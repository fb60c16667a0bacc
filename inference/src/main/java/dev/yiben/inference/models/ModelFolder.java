package dev.yiben.inference.models;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import dev.yiben.inference.download.Downloader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The user's folder of models: GGUF files, of which those of a split model belong together.
 *
 * @param path the folder, which need not exist
 */
public record ModelFolder(Path path) {
  static final String SUFFIX = ".gguf";

  private static final Pattern PART = Pattern.compile("(.+)-(\\d{1,9})-of-(\\d{1,9})");

  /**
   * Returns the models in order of their names.
   *
   * <p>A split model without its first part is left out.
   *
   * @throws InferenceException if the folder cannot be read
   */
  public List<InstalledModel> models() {
    return group(entries(SUFFIX));
  }

  /**
   * Returns the model of a name.
   *
   * @param name of the model or of one of its files, in capitals or not, or one of the catalogue
   */
  public Optional<InstalledModel> find(String name, Catalogue catalogue) {
    String wanted = name.toLowerCase(Locale.ROOT).replaceFirst("\\.gguf$", "");
    Set<String> files =
        catalogue.model(name).stream()
            .flatMap(model -> model.files().stream())
            .filter(file -> file.isNamedBy(name))
            .map(CatalogueFile::file)
            .collect(Collectors.toSet());
    List<InstalledModel> models = models();
    return Stream.concat(
            models.stream().filter(model -> model.name().toLowerCase(Locale.ROOT).equals(wanted)),
            models.stream().filter(model -> files.contains(fileName(model.file()))))
        .findFirst();
  }

  /** Returns the names of the files whose download was begun and not finished. */
  public List<String> unfinished() {
    return entries(Downloader.PARTIAL).stream()
        .map(ModelFolder::fileName)
        .map(name -> name.substring(0, name.length() - Downloader.PARTIAL.length()))
        .toList();
  }

  /**
   * Removes a model, all parts of a split one.
   *
   * @throws InferenceException if a file cannot be removed
   */
  public void remove(InstalledModel model) {
    for (Path file : model.files()) {
      if (!path.equals(file.getParent())) {
        throw new IllegalArgumentException(file + " is not in " + path);
      }
      delete(file);
    }
  }

  /** Removes what is there of an unfinished download. */
  public void removeUnfinished(String fileName) {
    if (!unfinished().contains(fileName)) {
      throw new IllegalArgumentException(fileName + " is not unfinished in " + path);
    }
    delete(path.resolve(fileName + Downloader.PARTIAL));
    delete(path.resolve(fileName + Downloader.PARTIAL + ".json"));
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new InferenceException(
          Category.USER, file + ": cannot be removed: " + e.getMessage(), e);
    }
  }

  private List<Path> entries(String suffix) {
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(path)) {
      return entries
          .filter(file -> fileName(file).toLowerCase(Locale.ROOT).endsWith(suffix))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new InferenceException(
          Category.USER, path + ": the folder of models cannot be read: " + e.getMessage(), e);
    }
  }

  private static List<InstalledModel> group(List<Path> files) {
    Map<String, TreeMap<Integer, Path>> parts = new TreeMap<>();
    for (Path file : files) {
      String name = withoutSuffix(file);
      Matcher part = PART.matcher(name);
      // Those of another count are of another model.
      String key = part.matches() ? part.group(1) + "/" + Integer.parseInt(part.group(3)) : name;
      parts
          .computeIfAbsent(key, k -> new TreeMap<>())
          .put(part.matches() ? Integer.parseInt(part.group(2)) : 1, file);
    }
    List<InstalledModel> models = new ArrayList<>();
    for (TreeMap<Integer, Path> model : parts.values()) {
      if (model.firstKey() == 1) {
        long size = 0;
        for (Path file : model.values()) {
          size += size(file);
        }
        models.add(new InstalledModel(name(model.get(1)), List.copyOf(model.values()), size));
      }
    }
    return List.copyOf(models);
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      // Removed by somebody else a moment ago.
      return 0;
    }
  }

  /** Returns the name of the model that a file holds or is the first part of. */
  static String name(Path file) {
    String name = withoutSuffix(file);
    Matcher part = PART.matcher(name);
    return part.matches() ? part.group(1) : name;
  }

  private static String withoutSuffix(Path file) {
    String name = fileName(file);
    return name.substring(0, name.length() - SUFFIX.length());
  }

  private static String fileName(Path file) {
    return String.valueOf(file.getFileName());
  }
}
