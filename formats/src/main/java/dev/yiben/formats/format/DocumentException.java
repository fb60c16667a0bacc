package dev.yiben.formats.format;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A file cannot be read as its format; the caller reports it and goes on with the next file.
 *
 * <p>The message is one line: file, place in it, what is wrong and what to do.
 */
public class DocumentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates an exception about a whole file. */
  public DocumentException(Path file, String problem) {
    super(line(file + ": " + problem));
  }

  /** Creates an exception about a place in a file, such as an entry or a line. */
  public DocumentException(Path file, String place, String problem) {
    super(line(file + ": " + place + ": " + problem));
  }

  /** Returns an exception that says why a file cannot be read at all. */
  public static DocumentException unreadable(Path file, IOException cause) {
    String problem;
    if (cause instanceof NoSuchFileException) {
      problem = "there is no such file; check its path";
    } else if (cause instanceof AccessDeniedException) {
      problem = "no permission to read the file";
    } else {
      problem = "the file cannot be read: " + cause.getMessage();
    }
    DocumentException exception = new DocumentException(file, problem);
    exception.initCause(cause);
    return exception;
  }

  /** Creates an exception with the fault that led to it. */
  public DocumentException(Path file, String place, String problem, Throwable cause) {
    super(line(file + ": " + place + ": " + problem), cause);
  }

  /** Places are named by the file itself, and may hold what would break the line. */
  private static String line(String message) {
    return message.replaceAll("\\R|\\p{Cntrl}", " ");
  }
}
