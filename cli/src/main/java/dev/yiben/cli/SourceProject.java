package dev.yiben.cli;

import dev.yiben.formats.format.Project;
import dev.yiben.formats.format.ProjectFile;
import java.nio.file.Path;
import java.util.List;

/**
 * A project to translate or to check, such as a game.
 *
 * @param path the folder, or a file whose part of the project is meant
 * @param relative its path below the folder that the user named; empty if the user named it
 * @param format id of the format
 * @param translations the project for each of the languages, in their order
 */
record SourceProject(Path path, Path relative, String format, List<Translation> translations)
    implements Source {

  /**
   * A project for one language.
   *
   * @param files the files of its translation; none where they are not wanted
   */
  record Translation(Project project, List<ProjectFile> files) {}

  /** Returns the path of a file of the project as the user would write it. */
  Path asNamed(Path file) {
    Path here = Path.of("").toAbsolutePath();
    boolean near = !path.isAbsolute() && file.isAbsolute() && file.startsWith(here);
    return near ? here.relativize(file) : file;
  }
}
