package dev.yiben.cli;

import dev.yiben.formats.format.FormatRegistry;
import dev.yiben.pipeline.pair.FilePair;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Finds the sources of the translations that the user wants checked. */
final class CheckSources {
  private final Environment environment;
  private final FormatRegistry formats;
  private final Set<FilePair> pairs = new LinkedHashSet<>();
  private final Map<Path, Path> withoutTranslation = new LinkedHashMap<>();
  private final Set<Path> withoutSource = new LinkedHashSet<>();

  CheckSources(Environment environment, FormatRegistry formats) {
    this.environment = environment;
    this.formats = formats;
  }

  /** Returns the files with their translations. */
  List<FilePair> pairs() {
    return List.copyOf(pairs);
  }

  /** Returns the source files that have no translation, with the places where one could be. */
  Map<Path, Path> withoutTranslation() {
    return withoutTranslation;
  }

  /** Returns the translations that have no source. */
  List<Path> withoutSource() {
    return List.copyOf(withoutSource);
  }

  /**
   * Adds a translation, or a folder of them, of a source or a folder of sources.
   *
   * @throws UsageException if they do not go together
   */
  void add(Path named, Path namedSource) {
    Path target = environment.resolve(named);
    Path source = environment.resolve(namedSource);
    if (!Files.exists(source)) {
      throw new UsageException("--source " + namedSource + ": no such file");
    }
    if (Files.isDirectory(target)) {
      if (!Files.isDirectory(source)) {
        throw new UsageException(
            named + " is a folder, and --source " + namedSource + " is none; name two of a kind");
      }
      if (same(target, source)) {
        addAllBeside(named);
      } else {
        addFolders(target, source);
      }
    } else if (Files.isDirectory(source)) {
      Path name = target.getFileName();
      find(name, path -> Files.isRegularFile(source.resolve(path)))
          .ifPresentOrElse(
              found -> pairs.add(new FilePair(source.resolve(found), target)),
              () -> withoutSource.add(target));
    } else {
      pairs.add(new FilePair(source, target));
    }
  }

  /** Adds a translation beside its source, and returns whether it is one by its name. */
  boolean addBeside(Path named) {
    Path target = environment.resolve(named);
    Optional<Path> source =
        Files.isRegularFile(target)
            ? OutputPlan.sourceOfTranslation(target).filter(Files::isRegularFile)
            : Optional.empty();
    source.ifPresent(found -> pairs.add(new FilePair(found, target)));
    return source.isPresent();
  }

  /** Adds all translations in a folder that are beside their sources. */
  void addAllBeside(Path named) {
    files(environment.resolve(named), Optional.empty()).values().forEach(this::addBeside);
  }

  private void addFolders(Path targets, Path sources) {
    Map<String, Path> translations = files(targets, Optional.empty());
    Map<String, Path> originals = files(sources, Optional.of(targets));
    originals
        .values()
        .removeIf(path -> OutputPlan.sourceOfTranslation(path).filter(Files::exists).isPresent());
    Set<String> missed = new LinkedHashSet<>(originals.keySet());
    translations.forEach(
        (key, target) -> {
          Optional<Path> source =
              find(targets.relativize(target), path -> originals.containsKey(key(path)));
          if (source.isPresent()) {
            pairs.add(new FilePair(originals.get(key(source.get())), target));
            missed.remove(key(source.get()));
          } else {
            withoutSource.add(target);
          }
        });
    missed.forEach(
        key -> {
          Path source = originals.get(key);
          withoutTranslation.put(source, targets.resolve(sources.relativize(source).toString()));
        });
  }

  /** Returns the path of the source by the path of its translation, if it is there. */
  private static Optional<Path> find(Path translation, Predicate<Path> there) {
    return Optional.of(translation)
        .filter(there)
        .or(() -> OutputPlan.sourceOfTranslation(translation).filter(there));
  }

  private Map<String, Path> files(Path folder, Optional<Path> without) {
    Map<String, Path> files = new TreeMap<>();
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
              boolean skip =
                  !path.equals(folder)
                      && (isHidden(path) || without.filter(other -> same(path, other)).isPresent());
              return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
              if (Files.isRegularFile(path) && !isHidden(path) && formats.hasKnownExtension(path)) {
                files.put(key(folder.relativize(path)), path);
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private static boolean isHidden(Path path) {
    return path.getFileName().toString().startsWith(".");
  }

  private static boolean same(Path path, Path other) {
    return path.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
  }

  /** Sorts by folder, whatever the separator of the platform. */
  private static String key(Path relative) {
    List<String> names = new ArrayList<>();
    relative.forEach(name -> names.add(name.toString()));
    return String.join("\u0000", names);
  }
}
