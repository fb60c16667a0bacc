package dev.yiben.formats.format.renpy;

import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.DocumentException;
import dev.yiben.formats.format.DocumentFormat;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.Project;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Scripts of Ren'Py games ({@code .rpy}, {@code .rpym}) and their translation files. */
public final class RenpyFormat implements DocumentFormat {
  @Override
  public String id() {
    return "renpy";
  }

  @Override
  public Set<String> extensions() {
    return Set.of("rpy", "rpym");
  }

  @Override
  public boolean matches(byte[] head) {
    return true;
  }

  @Override
  public boolean isToldByName() {
    return true;
  }

  @Override
  public Document open(Path file, FormatOptions options) {
    if (options.layout().isBilingual()) {
      throw new DocumentException(file, "scripts cannot be written with --layout bilingual");
    }
    return RenpyFile.open(file, options);
  }

  @Override
  public Optional<Project> project(Path path, FormatOptions options) {
    return ProjectFinder.find(path, options);
  }
}
