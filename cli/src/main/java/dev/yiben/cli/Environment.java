package dev.yiben.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What surrounds a run of the command.
 *
 * @param in where {@code --files-from -} reads
 * @param out takes results only
 * @param err takes all else
 * @param variables environment variables
 * @param folder what relative paths are relative to; the empty path for the process's own
 * @param home folder of the installation or checkout, which holds the samples
 * @param columns width of the terminal that shows {@code err}; 0 if it is none
 */
record Environment(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Map<String, String> variables,
    Path folder,
    Optional<Path> home,
    int columns) {
  private static final int USUAL_COLUMNS = 80;

  Environment {
    variables = Map.copyOf(variables);
  }

  /** Returns that of this process; the launcher tells by properties what Java cannot know. */
  static Environment ofProcess() {
    return new Environment(
        System.in,
        utf8(FileDescriptor.out),
        utf8(FileDescriptor.err),
        System.getenv(),
        Path.of(""),
        Optional.ofNullable(System.getProperty("yiben.home")).map(Path::of),
        columns(System.getProperty("yiben.terminal.columns")));
  }

  private static int columns(String told) {
    if (told == null) {
      return 0;
    }
    return told.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(told) : USUAL_COLUMNS;
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  /** Returns the value of a variable, if it is set and not empty. */
  Optional<String> variable(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
  }

  /** Returns a path of the user's as one that can be opened. */
  Path resolve(Path path) {
    return folder.resolve(path);
  }

  /** Returns the user's home folder. */
  Path userHome() {
    return Path.of(variable("HOME").orElseGet(() -> System.getProperty("user.home")));
  }
}
