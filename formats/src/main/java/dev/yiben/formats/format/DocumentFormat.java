package dev.yiben.formats.format;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * A file format that can be read into segments and rebuilt.
 *
 * <p>Implementations are found by {@link java.util.ServiceLoader}, hold no state, and treat every
 * file as hostile: all that derives from its content is bounded.
 */
public interface DocumentFormat {

  /** Returns the name used by {@code --format} and in reports, such as {@code epub}. */
  String id();

  /** Returns the file name extensions in lower case, without the dot. */
  Set<String> extensions();

  /**
   * Returns whether a file that begins like this is of this format.
   *
   * @param head the first bytes of the file, at most {@link FormatRegistry#HEAD_BYTES}
   */
  boolean matches(byte[] head);

  /**
   * Returns whether only its name, or the user, can tell that a file is of this format, since any
   * text would {@linkplain #matches match}.
   */
  default boolean isToldByName() {
    return false;
  }

  /**
   * Opens a file for reading and merging.
   *
   * @throws DocumentException if the file cannot be read as this format, or the format cannot write
   *     the layout
   */
  Document open(Path file, FormatOptions options);

  /**
   * Returns the project that a folder is, or that a file is part of, if files of this format are
   * translated together; of a single file, the project has just what comes of it.
   *
   * @param path a folder or a file
   * @throws DocumentException if there is one and it cannot be read
   */
  default Optional<Project> project(Path path, FormatOptions options) {
    return Optional.empty();
  }

  /** Opens a file with {@link FormatOptions#DEFAULT}. */
  default Document open(Path file) {
    return open(file, FormatOptions.DEFAULT);
  }
}
