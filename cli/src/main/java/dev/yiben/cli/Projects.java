package dev.yiben.cli;

import dev.yiben.formats.format.DocumentFormat;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.FormatRegistry;
import dev.yiben.formats.format.Project;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Recognises projects, such as games. */
final class Projects {
  private final List<DocumentFormat> formats;
  private final List<FormatOptions> options;
  private final boolean withFiles;

  /**
   * Creates a recogniser.
   *
   * @param format id of the only format to think of; empty for all
   * @param options how they are read, for each language
   * @param withFiles whether the files of translations are wanted
   */
  Projects(
      FormatRegistry formats,
      Optional<String> format,
      List<FormatOptions> options,
      boolean withFiles) {
    this.formats =
        formats.formats().stream()
            .filter(one -> format.isEmpty() || one.id().equals(format.get()))
            .toList();
    this.options = List.copyOf(options);
    this.withFiles = withFiles;
  }

  /**
   * Returns the project that a folder is, or that a file is part of.
   *
   * @throws dev.yiben.formats.format.DocumentException if there is one and it cannot be read
   */
  Optional<SourceProject> at(Path path, Path relative) {
    for (DocumentFormat format : formats) {
      List<SourceProject.Translation> translations =
          options.stream()
              .flatMap(each -> format.project(path, each).stream())
              .map(this::translation)
              .toList();
      if (translations.size() == options.size()) {
        return Optional.of(new SourceProject(path, relative, format.id(), translations));
      }
    }
    return Optional.empty();
  }

  private SourceProject.Translation translation(Project project) {
    return new SourceProject.Translation(project, withFiles ? project.files() : List.of());
  }
}
