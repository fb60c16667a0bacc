package dev.yiben.pipeline;

import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.DocumentFormat;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.FormatRegistry;
import dev.yiben.formats.format.ProjectFile;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file to translate.
 *
 * @param input the file
 * @param output where its translation goes; the input itself only where that is completed
 * @param format id of its format; empty to detect it
 * @param part what it is in its project; empty if it stands alone
 * @param completed whether the output is the place that the project has for it, so that what is
 *     there already is kept
 */
public record InputFile(
    Path input,
    Path output,
    Optional<String> format,
    Optional<ProjectFile> part,
    boolean completed) {
  public InputFile {
    if (!completed && absolute(input).equals(absolute(output))) {
      throw new IllegalArgumentException("The output would replace its source: " + input);
    }
    if (completed && part.isEmpty()) {
      throw new IllegalArgumentException("Only a project says what is completed: " + input);
    }
  }

  /** Creates a file that stands alone. */
  public InputFile(Path input, Path output, Optional<String> format) {
    this(input, output, format, Optional.empty(), false);
  }

  /**
   * Returns the path by which the document is known from run to run: the file, or where it goes if
   * a project makes it, since the next run may make it from what this one has written.
   */
  public Path document() {
    return absolute(part.isEmpty() ? input : output);
  }

  /**
   * Returns its format: the one that is named, or the one that it is found to be.
   *
   * @throws dev.yiben.formats.format.DocumentException if it is of no known format
   */
  public DocumentFormat formatIn(FormatRegistry formats) {
    return format.isEmpty()
        ? formats.detect(input)
        : formats
            .byId(format.get())
            .orElseThrow(() -> new JobException("There is no format " + format.get()));
  }

  /**
   * Opens it for reading and merging.
   *
   * @param found its format
   * @param options how it is read and written, unless its project knows
   * @throws dev.yiben.formats.format.DocumentException if it cannot be read
   */
  public Document open(DocumentFormat found, FormatOptions options) {
    return part.isPresent() ? part.get().open() : found.open(input, options);
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }
}
