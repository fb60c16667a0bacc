package dev.yiben.cli;

import dev.yiben.formats.format.DocumentException;
import dev.yiben.formats.format.FormatRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Finds the files and projects that the user named, in the order in which they are translated. */
final class SourceFiles {
  private final Environment environment;
  private final FormatRegistry formats;
  private final Projects projects;
  private final Optional<Path> outputFolder;
  private final Map<Path, Source> found = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();

  /**
   * Creates a search.
   *
   * @param projects recognises what is translated together
   * @param output what the user named as output; no file in it is a source
   */
  SourceFiles(
      Environment environment, FormatRegistry formats, Projects projects, Optional<String> output) {
    this.environment = environment;
    this.formats = formats;
    this.projects = projects;
    this.outputFolder = output.map(Path::of).map(environment::resolve).map(SourceFiles::absolute);
  }

  /** Adds the files of the command line. */
  SourceFiles add(InputOptions options) {
    options.inputs().forEach(this::add);
    options.filesFrom().ifPresent(list -> lines(list).forEach(line -> add(Path.of(line))));
    return this;
  }

  /** Returns the files and projects, each once. */
  List<Source> found() {
    return List.copyOf(found.values());
  }

  /** Returns what could not be found or read, one line each. */
  List<String> problems() {
    return problems;
  }

  /** Returns which files in folders were left alone, and why, one line each. */
  List<String> notices() {
    return notices;
  }

  /** Adds what is at a path that the user named. */
  void add(Path named) {
    Path path = environment.resolve(named);
    if (!Files.exists(path)) {
      problems.add(named + ": no such file");
    } else if (!addProject(path, Path.of(""), found::putIfAbsent)) {
      if (Files.isDirectory(path)) {
        addFolder(named, path);
      } else {
        found.putIfAbsent(absolute(path), SourceFile.alone(path));
      }
    }
  }

  private void addFolder(Path named, Path path) {
    int before = found.size() + problems.size();
    walk(path);
    if (found.size() + problems.size() == before) {
      problems.add(named + ": holds no file of a known format (" + knownFormats() + ")");
    }
  }

  /** Adds the project that is at a path, and returns whether there is one. */
  private boolean addProject(Path path, Path relative, BiConsumer<Path, Source> adder) {
    try {
      Optional<SourceProject> project = projects.at(path, relative);
      project.ifPresent(there -> adder.accept(absolute(path), there));
      return project.isPresent();
    } catch (DocumentException e) {
      problems.add(e.getMessage());
      return true;
    }
  }

  private void walk(Path folder) {
    Map<Path, Source> below = new HashMap<>();
    try {
      Files.walkFileTree(folder, visitor(folder, below));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    below.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<Path, Source> e) -> sortKey(e.getValue().relative()))
                .thenComparing(Map.Entry::getKey))
        .forEach(entry -> found.putIfAbsent(entry.getKey(), entry.getValue()));
  }

  /** Sorts by folder, whatever the separator of the platform. */
  private static String sortKey(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "\u0000");
  }

  private FileVisitor<Path> visitor(Path folder, Map<Path, Source> below) {
    return new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
        boolean skip =
            !path.equals(folder)
                && (isHidden(path)
                    || isOutput(path)
                    || addProject(path, folder.relativize(path), below::put));
        return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
        // Links to folders are not followed, so that no loop and no file twice.
        if (Files.isRegularFile(path) && !isHidden(path) && formats.hasKnownExtension(path)) {
          Optional<Path> source = OutputPlan.sourceOfTranslation(path).filter(Files::exists);
          if (source.isPresent()) {
            notices.add(path + ": left alone, as the translation of " + source.get().getFileName());
          } else if (!addProject(path, folder.relativize(path.getParent()), below::put)) {
            below.put(absolute(path), new SourceFile(path, folder.relativize(path)));
          }
        }
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFileFailed(Path path, IOException failure) {
        problems.add(path + ": cannot be read: " + reason(failure));
        return FileVisitResult.CONTINUE;
      }
    };
  }

  private boolean isOutput(Path path) {
    return outputFolder.filter(absolute(path)::equals).isPresent();
  }

  private static boolean isHidden(Path path) {
    return path.getFileName().toString().startsWith(".");
  }

  private List<String> lines(Path list) {
    boolean standardInput = list.toString().equals("-");
    try (BufferedReader reader =
        standardInput
            ? new BufferedReader(new InputStreamReader(environment.in(), StandardCharsets.UTF_8))
            : Files.newBufferedReader(environment.resolve(list))) {
      return reader.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    } catch (IOException | UncheckedIOException e) {
      IOException cause = e instanceof UncheckedIOException u ? u.getCause() : (IOException) e;
      throw new UsageException("--files-from " + list + ": cannot be read: " + reason(cause), e);
    }
  }

  /** Returns in words what is wrong with a file; the JDK's own exceptions only name it. */
  static String reason(IOException failure) {
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    return failure instanceof NoSuchFileException ? "no such file" : failure.getMessage();
  }

  private String knownFormats() {
    return String.join(", ", formats.formats().stream().map(format -> format.id()).toList());
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }
}
