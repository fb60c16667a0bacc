package dev.yiben.formats.format;

import java.nio.file.Path;
import java.util.List;

/**
 * A folder whose files are translated together, such as a game: which files come of it, where they
 * belong, and what is wrong with those that are there.
 */
public interface Project {

  /** Returns the folder that all targets are relative to. */
  Path folder();

  /**
   * Returns the files that a translation into the language of the options consists of, each with a
   * target of its own, in an order that is the same whichever of them are there already.
   */
  List<ProjectFile> files();

  /** Returns what a user should know of the reading, one line each; mostly none. */
  List<String> notices();

  /** Returns whether the project has any translation for {@link #problems} to look at. */
  boolean hasTranslation();

  /**
   * Returns what is wrong with the translations that the project already has, by file and line: of
   * the language of the options, or of all if they name none.
   */
  List<Problem> problems();
}
