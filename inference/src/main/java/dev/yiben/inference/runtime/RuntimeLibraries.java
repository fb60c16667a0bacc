package dev.yiben.inference.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of a runtime.
 *
 * <p>Their names differ: {@code libllama.so}, {@code libllama.so.0}, {@code libllama.v0.5.0.so},
 * {@code libllama.b8390.so}, {@code libllama.dylib}, {@code llama.dll}.
 *
 * @param llama libllama
 * @param ggml libggml, which it needs
 * @param base libggml-base, which both need; empty where it is part of libggml
 * @param backendFolder where the libraries {@code ggml-cpu-…}, {@code ggml-cuda} and the like are
 */
public record RuntimeLibraries(Path llama, Path ggml, Optional<Path> base, Path backendFolder) {
  private static final int MOST_FILES = 100_000;

  /** Returns the folder that holds libllama. */
  public Path folder() {
    return llama.getParent();
  }

  /** Returns the libraries to load, each after those that it needs. */
  public List<Path> inLoadOrder() {
    return Stream.concat(base.stream(), Stream.of(ggml, llama)).toList();
  }

  /** Returns those in a folder, which is looked at alone; empty if they are not there. */
  static Optional<RuntimeLibraries> in(Path folder, Platform platform) {
    return in(folder, folder, platform);
  }

  static Optional<RuntimeLibraries> in(Path folder, Path backendFolder, Platform platform) {
    List<Path> files = files(folder);
    Optional<Path> llama = library("llama", files, platform);
    Optional<Path> ggml = library("ggml", files, platform);
    if (llama.isEmpty() || ggml.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new RuntimeLibraries(
            llama.get(), ggml.get(), library("ggml-base", files, platform), backendFolder));
  }

  /** Returns what there are backends for. */
  Set<Backend> backends(Platform platform) {
    Set<Backend> backends = EnumSet.of(Backend.CPU);
    for (Path file : files(backendFolder)) {
      Matcher name = name("ggml-([a-z]+)(?:-[a-z0-9_]+)*", platform).matcher(fileName(file));
      if (name.matches()) {
        for (Backend backend : Backend.values()) {
          if (backend.toString().equals(name.group(1))) {
            backends.add(backend);
          }
        }
      }
    }
    return backends;
  }

  /** Returns what the name of libllama tells of its version, such as {@code v0.5.0}. */
  Optional<String> versionOfName(Platform platform) {
    Matcher name = name("llama", platform).matcher(fileName(llama));
    return name.matches() ? Optional.ofNullable(name.group("version")) : Optional.empty();
  }

  private static Optional<Path> library(String library, List<Path> files, Platform platform) {
    Pattern name = name(library, platform);
    return files.stream()
        .filter(file -> name.matcher(fileName(file)).matches())
        .min(Comparator.comparingInt((Path file) -> fileName(file).length()).thenComparing(f -> f));
  }

  private static Pattern name(String library, Platform platform) {
    return Pattern.compile(
        "(?:lib)?"
            + library
            + "(?:\\.(?<version>[vb]?\\d[\\d.]{0,20}))?\\."
            + platform.os().extension()
            + "(?:\\.\\d[\\d.]{0,20})?");
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.limit(MOST_FILES).filter(Files::isRegularFile).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }

  private static String fileName(Path file) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT);
  }
}
