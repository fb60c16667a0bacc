package dev.yiben.cli;

import dev.yiben.formats.format.DocumentFormat;
import dev.yiben.formats.format.FormatRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Options that choose the files to translate. */
final class InputOptions {
  @Parameters(
      paramLabel = "FILE|DIR",
      arity = "0..*",
      description = {
        "Files to translate. Of a folder, all files of known formats in it and in its folders,"
            + " except hidden ones, links to folders and translations beside their sources. A game"
            + " is translated as a whole, into its own tl/ folder."
      })
  private List<Path> inputs = List.of();

  @Option(
      names = "--files-from",
      paramLabel = "FILE",
      description = "Read further files from FILE, one a line; - is the standard input.")
  private Optional<Path> filesFrom = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "ID",
      description = "Format of the files; default: by content, then by extension.")
  private Optional<String> format = Optional.empty();

  /** Throws a usage exception if the format is none. */
  void requireKnownFormat(FormatRegistry formats) {
    format.ifPresent(id -> requireFormat(formats, id));
  }

  List<Path> inputs() {
    return inputs;
  }

  Optional<Path> filesFrom() {
    return filesFrom;
  }

  Optional<String> format() {
    return format;
  }

  /** Throws a usage exception if there is no format of that id. */
  static void requireFormat(FormatRegistry formats, String id) {
    if (formats.byId(id).isEmpty()) {
      throw new UsageException(
          "--format "
              + id
              + ": no such format; known: "
              + formats.formats().stream()
                  .map(DocumentFormat::id)
                  .collect(Collectors.joining(", ")));
    }
  }
}
