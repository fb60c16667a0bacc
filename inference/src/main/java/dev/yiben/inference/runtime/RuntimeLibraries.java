package dev.yiben.inference.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of a runtime.
 *
 * <p>Their names differ: {@code libllama.so}, {@code libllama.so.0}, {@code libllama.v0.5.0.so},
 * {@code libllama.cuda.b8390.so}, {@code libllama.0.0.8390.dylib}, {@code llama.dll}.
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
    List<Path> files = children(folder).toList();
    Optional<Path> llama = library("llama", files, platform);
    Optional<Path> ggml = library("ggml", files, platform);
    if (llama.isEmpty() || ggml.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new RuntimeLibraries(
            llama.get(),
            ggml.get(),
            library("ggml-base", files, platform),
            backendFolder(folder, platform)));
  }

  /**
   * Returns where the backends of a folder's libggml are: beside it, or where distributions
   * (Debian: {@code ggml/backends0}) and Homebrew ({@code opt/ggml/libexec}) put them.
   */
  private static Path backendFolder(Path folder, Platform platform) {
    Path ggml = folder.resolve("ggml");
    Path above = Optional.ofNullable(folder.getParent()).orElse(folder);
    return Stream.of(
            Stream.of(folder),
            children(ggml).filter(child -> child.getFileName().toString().startsWith("backends")),
            Stream.of(ggml, above.resolve("opt/ggml/libexec")))
        .flatMap(candidates -> candidates)
        .filter(candidate -> !backends(candidate, platform).isEmpty())
        .findFirst()
        .orElse(folder);
  }

  /** Returns what there are backends for; processors need none of their own. */
  Set<Backend> backends(Platform platform) {
    Set<Backend> backends = EnumSet.of(Backend.CPU);
    backends.addAll(backends(backendFolder, platform));
    backends.addAll(backends(folder(), platform));
    return backends;
  }

  private static Set<Backend> backends(Path folder, Platform platform) {
    Set<Backend> backends = EnumSet.noneOf(Backend.class);
    for (Path file : children(folder).filter(file -> isLibrary(file, platform)).toList()) {
      for (Backend backend : Backend.values()) {
        if (fileName(file).matches("(lib)?ggml-" + backend + "\\b.*")
            && Files.isRegularFile(file)) {
          backends.add(backend);
        }
      }
    }
    return backends;
  }

  /** Returns what the name of libllama tells of its version, such as {@code v0.5.0}. */
  Optional<String> versionOfName(Platform platform) {
    Stream.Builder<Path> names = Stream.builder();
    names.add(llama);
    try {
      names.add(llama.toRealPath());
    } catch (IOException e) {
      // Gone meanwhile; whoever loads it will see.
    }
    return names
        .build()
        .map(file -> name("llama", platform).matcher(fileName(file)))
        .filter(Matcher::matches)
        .flatMap(name -> Stream.of("before", "after").map(name::group))
        .filter(number -> number != null)
        .map(RuntimeVersion::ofNumber)
        .filter(version -> !version.isEmpty())
        .findFirst();
  }

  /** Returns whether a file's name is one of a shared library. */
  static boolean isLibrary(Path file, Platform platform) {
    // Those that ggml loads itself have the extension so on Macs too.
    return fileName(file).matches(".*\\.(so|" + platform.os().extension() + ")(\\.\\d[\\d.]*)?");
  }

  private static Optional<Path> library(String library, List<Path> files, Platform platform) {
    Pattern name = name(library, platform);
    return files.stream()
        .filter(file -> name.matcher(fileName(file)).matches() && Files.isRegularFile(file))
        .min(Comparator.comparingInt((Path file) -> fileName(file).length()).thenComparing(f -> f));
  }

  private static Pattern name(String library, Platform platform) {
    return Pattern.compile(
        "(?:lib)?"
            + library
            + "(?:\\.[a-z]+)?(?:\\.(?<before>[vb]?\\d[\\d.]{0,20}))?\\."
            + platform.os().extension()
            + "(?:\\.(?<after>\\d[\\d.]{0,20}))?");
  }

  private static Stream<Path> children(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.limit(MOST_FILES).sorted().toList().stream();
    } catch (IOException | UncheckedIOException e) {
      return Stream.empty();
    }
  }

  private static String fileName(Path file) {
    return file.getFileName().toString();
  }
}
