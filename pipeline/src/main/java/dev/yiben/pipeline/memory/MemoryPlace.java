package dev.yiben.pipeline.memory;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Where memories are.
 *
 * @param path a memory's file, or a folder of them
 * @param isFolder whether it is a folder, in which each pair of languages has a file
 */
public record MemoryPlace(Path path, boolean isFolder) {
  private static final String EXTENSION = ".sqlite";
  private static final int MOST_FILES = 10_000;

  /** Returns a folder of memories, which is made if it is not there. */
  public static MemoryPlace folder(Path folder) {
    return new MemoryPlace(folder, true);
  }

  /**
   * Returns a memory's file, or a folder of them if the path is one, or is not there and its name
   * has no extension.
   */
  public static MemoryPlace of(Path path) {
    boolean isNew = !Files.exists(path) && !String.valueOf(path.getFileName()).contains(".");
    return new MemoryPlace(path, Files.isDirectory(path) || isNew);
  }

  /** Returns the file of a pair of languages, which may not be there. */
  public Path file(MemoryLanguages languages) {
    return isFolder
        ? path.resolve(languages.source() + "_" + languages.target() + EXTENSION)
        : path;
  }

  /** Returns the files that there are, in order. */
  public List<Path> files() {
    if (!isFolder) {
      return Files.exists(path) ? List.of(path) : List.of();
    }
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(path, "*" + EXTENSION)) {
      for (Path file : found) {
        if (files.size() < MOST_FILES && Files.isRegularFile(file)) {
          files.add(file);
        }
      }
    } catch (IOException e) {
      throw new MemoryException(path + ": cannot be read: " + e.getMessage(), e);
    }
    Collections.sort(files);
    return files;
  }
}
