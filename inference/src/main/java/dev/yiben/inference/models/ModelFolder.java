package dev.yiben.inference.models;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(path)) {
      List<Path> files =
          entries
              .filter(file -> fileName(file).toLowerCase(Locale.ROOT).endsWith(SUFFIX))
              .filter(Files::isRegularFile)
              .sorted()
              .toList();
      return group(files);
    } catch (IOException e) {
      throw new InferenceException(
          Category.USER, path + ": the folder of models cannot be read: " + e.getMessage(), e);
    }
  }

  private static List<InstalledModel> group(List<Path> files) throws IOException {
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
          size += Files.size(file);
        }
        models.add(new InstalledModel(name(model.get(1)), List.copyOf(model.values()), size));
      }
    }
    return List.copyOf(models);
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
