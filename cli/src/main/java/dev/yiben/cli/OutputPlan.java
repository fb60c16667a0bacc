package dev.yiben.cli;

import dev.yiben.formats.format.Project;
import dev.yiben.formats.format.ProjectFile;
import dev.yiben.pipeline.InputFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides where the translation of each file goes. */
final class OutputPlan {
  private final Environment environment;
  private final List<Source> sources;
  private final List<LanguageTag> languages;
  private final Optional<String> output;
  private final Optional<String> format;
  private final Set<Path> inputs;

  OutputPlan(
      Environment environment,
      List<Source> sources,
      List<LanguageTag> languages,
      Optional<String> output,
      Optional<String> format) {
    this.environment = environment;
    this.languages = languages;
    this.output = output;
    this.format = format;
    this.sources =
        isFileNamed(sources) && Files.isRegularFile(sources.get(0).path())
            ? List.of(SourceFile.alone(sources.get(0).path()))
            : sources;
    this.inputs =
        this.sources.stream()
            .flatMap(source -> inputs(source).stream())
            .map(OutputPlan::real)
            .collect(Collectors.toSet());
  }

  /**
   * Returns the files of each language's job, for each language that has any.
   *
   * @throws UsageException if an output would replace a source or another output
   */
  Map<LanguageTag, List<InputFile>> files() {
    Map<LanguageTag, List<InputFile>> files = new LinkedHashMap<>();
    Map<Path, InputFile> taken = new HashMap<>();
    for (int language = 0; language < languages.size(); language++) {
      Map<Path, InputFile> ofLanguage = new LinkedHashMap<>();
      for (Source source : sources) {
        for (InputFile file : files(source, language)) {
          Path output = real(file.output());
          // Else a game and a file of it were named.
          if (!isSame(file, ofLanguage.get(output))) {
            requireOther(file, taken.putIfAbsent(output, file));
            ofLanguage.put(output, file);
          }
        }
      }
      if (!ofLanguage.isEmpty()) {
        files.put(languages.get(language), List.copyOf(ofLanguage.values()));
      }
    }
    return files;
  }

  private static boolean isSame(InputFile file, InputFile other) {
    return other != null && file.part().isPresent() && file.input().equals(other.input());
  }

  private static void requireOther(InputFile file, InputFile other) {
    if (other != null) {
      throw new UsageException(
          file.output()
              + ": would be the output of both "
              + other.input()
              + " and "
              + file.input()
              + "; translate them into different folders");
    }
  }

  /** Returns what a user should know of the projects, one line each. */
  List<String> notices() {
    List<String> notices = new ArrayList<>();
    for (Source source : sources) {
      if (source instanceof SourceProject project) {
        project.translations().stream()
            .flatMap(translation -> translation.project().notices().stream())
            .distinct()
            .forEach(notice -> notices.add(project.path() + ": " + notice));
      }
    }
    return notices;
  }

  /** Returns the files that a source consists of, in all languages. */
  private static List<Path> inputs(Source source) {
    if (source instanceof SourceProject project) {
      return project.translations().stream()
          .flatMap(translation -> translation.files().stream())
          .map(ProjectFile::source)
          .toList();
    }
    return List.of(source.path());
  }

  private List<InputFile> files(Source source, int language) {
    if (source instanceof SourceProject project) {
      SourceProject.Translation translation = project.translations().get(language);
      return translation.files().stream()
          .map(part -> part(project, translation.project(), part))
          .toList();
    }
    Path target = target(source, languages.get(language));
    requireNoSource(target);
    return List.of(new InputFile(source.path(), target, format));
  }

  private InputFile part(SourceProject source, Project project, ProjectFile part) {
    Path own = source.asNamed(project.folder().resolve(part.target()));
    Path target =
        output
            .map(Path::of)
            .map(environment::resolve)
            .map(folder -> folder.resolve(source.relative()).resolve(part.target()))
            .orElse(own);
    boolean completed = real(target).equals(real(own));
    if (!completed || !real(target).equals(real(part.source()))) {
      requireNoSource(target);
    }
    return new InputFile(
        source.asNamed(part.source()),
        target,
        Optional.of(source.format()),
        Optional.of(part),
        completed);
  }

  private void requireNoSource(Path target) {
    if (inputs.contains(real(target))) {
      throw new UsageException(target + ": would replace a source; choose another --output");
    }
  }

  private Path target(Source source, LanguageTag language) {
    if (output.isEmpty()) {
      return source.path().resolveSibling(translatedName(source.path(), language));
    }
    Path named = environment.resolve(Path.of(output.get()));
    if (isFileNamed(sources)) {
      return named;
    }
    Path folder = languages.size() > 1 ? named.resolve(language.tag()) : named;
    return folder.resolve(source.relative());
  }

  /** Returns whether what the user named as output is a file. */
  private boolean isFileNamed(List<Source> all) {
    if (output.isEmpty() || all.size() > 1 || languages.size() > 1) {
      return false;
    }
    String text = output.get();
    Path named = environment.resolve(Path.of(text));
    boolean folder = Files.isDirectory(named) || text.endsWith("/") || text.endsWith("\\");
    return !folder && extensionAt(named) > 0;
  }

  private static String translatedName(Path source, LanguageTag language) {
    String name = source.getFileName().toString();
    int dot = extensionAt(source);
    return dot > 0
        ? name.substring(0, dot) + "." + language + name.substring(dot)
        : name + "." + language;
  }

  /**
   * Returns the source that a file belongs to by its name: as the translation {@code x.zh.epub} of
   * {@code x.epub}, or as what was taken out of it for a review, {@code x.epub.zh.xlsx}.
   */
  static Optional<Path> sourceOfTranslation(Path file) {
    String name = file.getFileName().toString();
    int dot = extensionAt(file);
    int before = name.lastIndexOf('.', dot - 1);
    if (before <= 0 || !LanguageTag.isLanguage(name.substring(before + 1, dot))) {
      return Optional.empty();
    }
    Path extracted = file.resolveSibling(name.substring(0, before));
    return Optional.of(
        Files.exists(extracted)
            ? extracted
            : file.resolveSibling(name.substring(0, before) + name.substring(dot)));
  }

  private static int extensionAt(Path file) {
    Path name = file.getFileName();
    return name == null ? -1 : name.toString().lastIndexOf('.');
  }

  /** Returns what is the same for all names of a file, whether it is there or not. */
  private static Path real(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    try {
      if (Files.exists(absolute)) {
        return absolute.toRealPath();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Path parent = absolute.getParent();
    return parent == null ? absolute : real(parent).resolve(absolute.getFileName());
  }
}
