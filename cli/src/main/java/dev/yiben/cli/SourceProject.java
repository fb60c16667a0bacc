package dev.yiben.cli;

import dev.yiben.formats.format.Project;
import java.nio.file.Path;
import java.util.List;

/**
 * A project to translate or to check, such as a game.
 *
 * @param path the folder, or a file whose part of the project is meant
 * @param relative its path below the folder that the user named; empty if the user named it
 * @param format id of the format
 * @param projects the project for each of the languages, in their order
 */
record SourceProject(Path path, Path relative, String format, List<Project> projects)
    implements Source {}
