package dev.yiben.cli;

import dev.yiben.pipeline.InputFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides where the translation of each file goes. */
final class OutputPlan {
  private final Environment environment;
  private final List<SourceFile> sources;
  private final List<LanguageTag> languages;
  private final Optional<String> output;
  private final Optional<String> format;

  OutputPlan(
      Environment environment,
      List<SourceFile> sources,
      List<LanguageTag> languages,
      Optional<String> output,
      Optional<String> format) {
    this.environment = environment;
    this.sources = sources;
    this.languages = languages;
    this.output = output;
    this.format = format;
  }

  /**
   * Returns the files of each language's job.
   *
   * @throws UsageException if an output would replace a source or another output
   */
  Map<LanguageTag, List<InputFile>> files() {
    Map<LanguageTag, List<InputFile>> files = new LinkedHashMap<>();
    Map<Path, Path> taken = new HashMap<>();
    sources.forEach(source -> taken.put(real(source.path()), source.path()));
    for (LanguageTag language : languages) {
      files.put(language, sources.stream().map(source -> file(source, language, taken)).toList());
    }
    return files;
  }

  private InputFile file(SourceFile source, LanguageTag language, Map<Path, Path> taken) {
    Path target = target(source, language);
    Path other = taken.putIfAbsent(real(target), source.path());
    if (other != null) {
      throw new UsageException(
          target
              + (Files.exists(other) && real(other).equals(real(target))
                  ? ": would replace a source; choose another --output"
                  : ": would be the output of both "
                      + other
                      + " and "
                      + source.path()
                      + "; translate them into different folders"));
    }
    return new InputFile(source.path(), target, format);
  }

  private Path target(SourceFile source, LanguageTag language) {
    if (output.isEmpty()) {
      return source.path().resolveSibling(translatedName(source.path(), language));
    }
    Path named = environment.resolve(Path.of(output.get()));
    if (isFile(named, output.get())) {
      return named;
    }
    Path folder = languages.size() > 1 ? named.resolve(language.tag()) : named;
    return folder.resolve(source.relative());
  }

  private boolean isFile(Path named, String text) {
    boolean folder = Files.isDirectory(named) || text.endsWith("/") || text.endsWith("\\");
    return !folder && sources.size() == 1 && languages.size() == 1 && extensionAt(named) > 0;
  }

  private static String translatedName(Path source, LanguageTag language) {
    String name = source.getFileName().toString();
    int dot = extensionAt(source);
    return dot > 0
        ? name.substring(0, dot) + "." + language + name.substring(dot)
        : name + "." + language;
  }

  /** Returns the source whose translation a file is by its name, such as {@code x.zh.epub}. */
  static Optional<Path> sourceOfTranslation(Path file) {
    String name = file.getFileName().toString();
    int dot = extensionAt(file);
    int before = name.lastIndexOf('.', dot - 1);
    if (before <= 0 || !LanguageTag.isLanguage(name.substring(before + 1, dot))) {
      return Optional.empty();
    }
    return Optional.of(file.resolveSibling(name.substring(0, before) + name.substring(dot)));
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
