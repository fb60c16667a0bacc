package dev.yiben.glossary;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A glossary cannot be used as it is; the caller stops and shows the message, which the user mends.
 *
 * <p>The message is one line: file, line or term, what is wrong and what to do.
 */
public final class GlossaryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Path file;
  private final int line;
  private final String problem;

  /** Creates an exception about a term, or one without a place. */
  public GlossaryException(String problem) {
    this(null, 0, oneLine(problem), "");
  }

  /** Creates an exception about a whole file. */
  public GlossaryException(Path file, String problem) {
    this(file, 0, oneLine(problem), file + ": ");
  }

  /**
   * Creates an exception about a place in a file.
   *
   * @param line counted from 1
   */
  public GlossaryException(Path file, int line, String problem) {
    this(file, line, oneLine(problem), file + ":" + line + ": ");
  }

  private GlossaryException(Path file, int line, String problem, String place) {
    super(place + problem);
    this.file = file;
    this.line = line;
    this.problem = problem;
  }

  /** Returns the file it is about, if it is about one. */
  public Optional<Path> file() {
    return Optional.ofNullable(file);
  }

  /** Returns the line it is about, counted from 1, if it is about one. */
  public OptionalInt line() {
    return line > 0 ? OptionalInt.of(line) : OptionalInt.empty();
  }

  /** Returns what is wrong and what to do, without the place. */
  public String problem() {
    return problem;
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s*\\R\\s*", " ");
  }
}
