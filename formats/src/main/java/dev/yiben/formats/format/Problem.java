package dev.yiben.formats.format;

import java.nio.file.Path;

/**
 * Something wrong with a translation that a file already has.
 *
 * @param id stable id of the check that found it, such as {@code RPY-001}
 * @param severity how bad it is
 * @param file the file
 * @param line number of the line, from 1
 * @param place what in the file, such as the id of a translation block; may be empty
 * @param message what is wrong and what to do, in one line
 */
public record Problem(
    String id, Severity severity, Path file, int line, String place, String message) {
  /** How bad a problem is. */
  public enum Severity {
    /** It looks like a slip, but may be meant. */
    WARNING,
    /** Whoever reads the translation meets it: text is lost, shown wrongly, or nothing starts. */
    ERROR
  }
}
