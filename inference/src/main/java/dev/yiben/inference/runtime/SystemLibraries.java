package dev.yiben.inference.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folders where the system looks for the libraries that libraries need.
 *
 * @param root the root of the file system
 */
record SystemLibraries(Platform platform, Map<String, String> environment, Path root) {
  private static final int MOST_LINES = 10_000;

  /** Returns whether a library is there, by its file's name. */
  boolean has(String name) {
    return folders().stream().anyMatch(folder -> Files.isRegularFile(folder.resolve(name)));
  }

  private List<Path> folders() {
    return switch (platform.os()) {
      case LINUX -> linux();
      case MAC -> List.of();
      case WINDOWS -> windows();
    };
  }

  private List<Path> linux() {
    List<Path> folders = new ArrayList<>(listed("LD_LIBRARY_PATH"));
    folders.addAll(configured());
    String triplet = platform.triplet();
    Stream.of("lib/" + triplet, "usr/lib/" + triplet, "lib64", "usr/lib64", "lib", "usr/lib")
        .map(root::resolve)
        .forEach(folders::add);
    return folders;
  }

  private List<Path> windows() {
    List<Path> folders = new ArrayList<>(listed("PATH"));
    Optional.ofNullable(environment.get("SystemRoot"))
        .flatMap(SystemLibraries::path)
        .ifPresent(folder -> folders.add(folder.resolve("System32")));
    return folders;
  }

  /** Returns the folders that {@code /etc/ld.so.conf} and what it includes name. */
  private List<Path> configured() {
    Path folder = root.resolve("etc/ld.so.conf.d");
    List<Path> files = new ArrayList<>(List.of(root.resolve("etc/ld.so.conf")));
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*.conf")) {
        all.forEach(files::add);
      } catch (IOException e) {
        return List.of();
      }
    }
    return files.stream()
        .flatMap(file -> lines(file).stream())
        .map(String::strip)
        .filter(line -> line.startsWith("/"))
        .flatMap(line -> path(line.substring(1)).map(root::resolve).stream())
        .toList();
  }

  /** Returns the folders of a variable, but those relative to the folder where the user works. */
  List<Path> listed(String variable) {
    String separator = platform.os() == Platform.Os.WINDOWS ? ";" : ":";
    return Stream.of(environment.getOrDefault(variable, "").split(Pattern.quote(separator), -1))
        .filter(folder -> !folder.isBlank())
        .flatMap(folder -> path(folder).stream())
        .filter(Path::isAbsolute)
        .toList();
  }

  private static List<String> lines(Path file) {
    if (!Files.isReadable(file)) {
      return List.of();
    }
    try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
      return lines.limit(MOST_LINES).toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }

  private static Optional<Path> path(String name) {
    try {
      return Optional.of(Path.of(name));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
