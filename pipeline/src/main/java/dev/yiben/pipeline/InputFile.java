package dev.yiben.pipeline;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A file to translate.
 *
 * @param input the file
 * @param output where its translation goes; never the input itself
 * @param format id of its format; empty to detect it
 */
public record InputFile(Path input, Path output, Optional<String> format) {
  public InputFile {
    if (input.toAbsolutePath().normalize().equals(output.toAbsolutePath().normalize())) {
      throw new IllegalArgumentException("The output would replace its source: " + input);
    }
  }
}
