package dev.yiben.formats.format.renpy;

import dev.yiben.formats.format.DocumentException;
import dev.yiben.formats.format.FileContent;
import dev.yiben.formats.format.FormatOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A script as it was read.
 *
 * @param path its file
 * @param name how the engine names it in comments, such as {@code game/script.rpy}
 * @param relative its path in the game's folder or, of a script of the engine's library, in that
 * @param library whether it is of the engine's library
 * @param lines its lines in their blocks
 * @param problems what the engine would not accept in its lines
 */
record Script(
    Path path,
    String name,
    String relative,
    boolean library,
    List<LogicalLine> lines,
    List<ScriptProblem> problems) {
  private static final String PYTHON = "_ren.py";
  private static final int MOST_BYTES = 32 << 20;

  Script {
    lines = List.copyOf(lines);
    problems = List.copyOf(problems);
  }

  /**
   * Reads a script.
   *
   * @throws DocumentException if it is too large or no text
   */
  static Script read(
      Path file, String name, String relative, boolean library, FormatOptions options) {
    ScriptLines lines = ScriptLines.read(text(file, options), String.valueOf(file.getFileName()));
    return new Script(file, name, relative, library, lines.lines(), lines.problems());
  }

  private static String text(Path file, FormatOptions options) {
    try {
      if (Files.size(file) == 0) {
        return "";
      }
    } catch (IOException e) {
      throw DocumentException.unreadable(file, e);
    }
    return FileContent.readText(file, MOST_BYTES, "a script", options).source().text();
  }

  /** Returns the path of its translation in the folder of a language. */
  String target() {
    if (library) {
      return "common.rpy";
    }
    if (relative.endsWith(PYTHON)) {
      return relative.substring(0, relative.length() - PYTHON.length()) + ".rpy";
    }
    return relative.endsWith("m") ? relative.substring(0, relative.length() - 1) : relative;
  }
}
