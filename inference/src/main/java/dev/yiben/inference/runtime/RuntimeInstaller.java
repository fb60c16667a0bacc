package dev.yiben.inference.runtime;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import dev.yiben.inference.runtime.LlamaRuntime.Origin;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Puts runtimes into the user's folder of runtimes, and removes them.
 *
 * <p>A runtime gets its name only when all of it is there. What is left of a killed run is removed
 * by the next.
 */
public final class RuntimeInstaller {
  private static final String UNFINISHED = ".unfinished-";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._+-]{0,80}");
  private static final int MOST_LIBRARIES = 500;
  private static final Pattern LICENCE = Pattern.compile("(?i)licen[cs]e.{0,40}");

  private final Runtimes runtimes;
  private final Platform platform;

  /** Creates an installer. */
  public RuntimeInstaller(Runtimes runtimes) {
    this.runtimes = runtimes;
    this.platform = runtimes.platform();
  }

  /** Something that puts files into a folder. */
  @FunctionalInterface
  private interface Filling {
    void into(Path folder) throws IOException, InterruptedException;
  }

  /**
   * Fetches a package with the user's npm, unless it is there.
   *
   * @param progress takes a line for each npm package before it is fetched
   * @throws InferenceException if it cannot be had, or another run installs one
   */
  public LlamaRuntime install(RuntimePackage wanted, Consumer<RuntimePackage.Part> progress)
      throws InterruptedException {
    Optional<LlamaRuntime> there = installed(wanted.installedName());
    if (there.isPresent()) {
      return there.get();
    }
    NpmClient npm = NpmClient.find(platform, runtimes.environment());
    return create(
        wanted.installedName(),
        folder -> {
          for (RuntimePackage.Part part : wanted.parts()) {
            progress.accept(part);
            Path download = Files.createTempDirectory(folder, "npm");
            PackageArchive archive = new PackageArchive(npm.pack(part, download), part);
            archive.requireIntact();
            archive.unpack(folder);
            remove(download);
          }
        });
  }

  /**
   * Copies the libraries of a folder, such as that of an unpacked release.
   *
   * @param from the folder, or one above it
   * @param name the name to give it
   * @throws InferenceException if there are none, or the name is taken
   */
  public LlamaRuntime copy(Path from, String name) throws InterruptedException {
    if (!NAME.matcher(name).matches()) {
      throw new InferenceException(
          Category.USER,
          "'"
              + name
              + "' cannot be the name of a runtime; give one of letters, digits, dots and hyphens"
              + " with --as");
    }
    if (Files.exists(runtimes.folder().resolve(name))) {
      throw new InferenceException(
          Category.USER,
          "There is a runtime '"
              + name
              + "' already; give another name with --as, or remove it with 'translate runtime"
              + " remove "
              + name
              + "'");
    }
    RuntimeLibraries libraries = runtimes.named(from.toAbsolutePath().toString()).libraries();
    return create(
        name,
        folder -> {
          copyFiles(libraries.folder(), folder);
          if (!libraries.backendFolder().equals(libraries.folder())) {
            copyFiles(libraries.backendFolder(), folder);
          }
        });
  }

  /**
   * Removes a runtime.
   *
   * @throws InferenceException if it was not installed or cannot be removed
   */
  public void remove(LlamaRuntime runtime) {
    Path folder = runtimes.folder().resolve(runtime.name());
    if (runtime.origin() != Origin.INSTALLED) {
      throw new IllegalArgumentException(runtime + " was not installed");
    }
    try (InstallLock lock = InstallLock.take(runtimes.folder())) {
      // First without its name, so that half of it is never taken for a runtime.
      Path unfinished = Files.createTempDirectory(lock.folder(), UNFINISHED);
      try {
        Files.move(folder, unfinished.resolve(runtime.name()), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        remove(unfinished);
      }
    } catch (IOException e) {
      throw new InferenceException(Category.USER, folder + ": cannot be removed: " + reason(e), e);
    }
  }

  private static String reason(IOException fault) {
    return fault instanceof AccessDeniedException
        ? fault.getMessage() + " may not be written"
        : fault.getMessage();
  }

  private LlamaRuntime create(String name, Filling filling) throws InterruptedException {
    Path target = runtimes.folder().resolve(name);
    try (InstallLock lock = InstallLock.take(runtimes.folder())) {
      removeUnfinished();
      Path unfinished = Files.createTempDirectory(lock.folder(), UNFINISHED);
      try {
        filling.into(unfinished);
        if (RuntimeLibraries.in(unfinished, platform).isEmpty()) {
          throw new IOException("it holds no libllama and libggml for this system");
        }
        // What bears the name and is no runtime was broken by somebody.
        remove(target);
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        remove(unfinished);
      }
    } catch (IOException e) {
      throw new InferenceException(
          Category.RESOURCE, target + ": cannot be installed: " + reason(e), e);
    }
    return installed(name).orElseThrow();
  }

  private Optional<LlamaRuntime> installed(String name) {
    return runtimes.installed().stream().filter(one -> one.name().equals(name)).findFirst();
  }

  private void removeUnfinished() throws IOException {
    for (Path entry : children(runtimes.folder())) {
      if (entry.getFileName().toString().startsWith(UNFINISHED)) {
        remove(entry);
      }
    }
  }

  private void copyFiles(Path from, Path to) throws IOException {
    List<Path> kept =
        children(from).stream().filter(this::isKept).filter(Files::isRegularFile).toList();
    if (kept.size() > MOST_LIBRARIES) {
      throw new IOException(
          from
              + " holds the libraries of other programs too; name it with --llama-runtime instead");
    }
    for (Path file : kept) {
      boolean link = Files.isSymbolicLink(file) && isBeside(file);
      Files.copy(
          file,
          to.resolve(file.getFileName()),
          link
              ? new LinkOption[] {LinkOption.NOFOLLOW_LINKS}
              : new StandardCopyOption[] {StandardCopyOption.COPY_ATTRIBUTES});
    }
  }

  private boolean isKept(Path file) {
    return RuntimeLibraries.isLibrary(file, platform)
        || LICENCE.matcher(file.getFileName().toString()).matches();
  }

  private static boolean isBeside(Path link) throws IOException {
    return Files.readSymbolicLink(link).getNameCount() == 1;
  }

  private static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList();
    }
  }

  private static void remove(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
