package dev.yiben.inference.models;

import java.nio.file.Path;
import java.util.List;

/**
 * A model in the folder of models.
 *
 * @param name its file's name without the extension and without the number of the part
 * @param files its file, or all files of a split model that are there, the first one first
 * @param size bytes of all files
 */
public record InstalledModel(String name, List<Path> files, long size) {
  public InstalledModel {
    files = List.copyOf(files);
  }

  /** Returns the file to open; of a split model the first. */
  public Path file() {
    return files.get(0);
  }
}
