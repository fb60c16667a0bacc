package dev.yiben.cli;

import java.nio.file.Path;

/**
 * A file to translate.
 *
 * @param path the file
 * @param relative its path below the folder that the user named, or just its name
 */
record SourceFile(Path path, Path relative) implements Source {
  /** Creates a file that the user named itself. */
  static SourceFile alone(Path path) {
    return new SourceFile(path, path.getFileName());
  }
}
