package dev.yiben.inference.runtime;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import dev.yiben.inference.runtime.LlamaRuntime.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The runtimes of this machine: installed, found and named ones. */
public final class Runtimes {
  /** The environment variable that names the runtime to use, or its folder. */
  public static final String VARIABLE = "YIBEN_LLAMA_RUNTIME";

  private static final String GET =
      "; 'translate runtime install' gets one, and 'translate runtime list' shows those that there"
          + " are";

  private final Path folder;
  private final RuntimePlaces places;

  Runtimes(Path folder, RuntimePlaces places) {
    this.folder = folder;
    this.places = places;
  }

  /**
   * Returns those of this machine.
   *
   * @param folder the user's folder of runtimes, which need not exist
   * @param environment the variables: PATH
   */
  public static Runtimes of(Path folder, Map<String, String> environment) {
    return new Runtimes(folder, new RuntimePlaces(Platform.current(), environment, Path.of("/")));
  }

  /**
   * Returns the folder of runtimes for an environment.
   *
   * @param environment the variables: XDG_DATA_HOME or LOCALAPPDATA
   * @param home the user's home folder
   */
  public static Path defaultFolder(Map<String, String> environment, Path home, Platform platform) {
    boolean windows = platform.os() == Platform.Os.WINDOWS;
    String data = environment.getOrDefault(windows ? "LOCALAPPDATA" : "XDG_DATA_HOME", "");
    Path fallback = windows ? home.resolve("AppData/Local") : home.resolve(".local/share");
    return (data.isBlank() ? fallback : Path.of(data)).resolve("yiben").resolve("runtimes");
  }

  /** Returns the user's folder of runtimes, which need not exist. */
  public Path folder() {
    return folder;
  }

  /**
   * Returns whether a runtime is named by its folder rather than by a name.
   *
   * <p>A folder has a slash ({@code ./release}), so that what should be an installed runtime is
   * never taken from the folder where the user happens to work.
   */
  public static boolean isFolder(String name) {
    return name.contains("/") || name.contains("\\") || name.equals(".") || name.equals("..");
  }

  /**
   * Returns those that were installed, those first that {@link #preferred} takes first.
   *
   * @throws InferenceException if the folder cannot be read
   */
  public List<LlamaRuntime> installed() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> !entry.getFileName().toString().startsWith("."))
          .sorted()
          .flatMap(entry -> read(entry.getFileName().toString(), Origin.INSTALLED, entry).stream())
          .sorted(preference())
          .toList();
    } catch (IOException e) {
      throw new InferenceException(
          Category.USER, folder + ": the folder of runtimes cannot be read: " + e.getMessage(), e);
    }
  }

  /** Returns those that others put on this machine, as far as they are where they usually are. */
  public List<LlamaRuntime> found() {
    List<LlamaRuntime> found = new ArrayList<>();
    Set<Path> seen = new HashSet<>();
    for (Path place : places.folders()) {
      Optional<LlamaRuntime> runtime = read(place.toString(), Origin.FOUND, place);
      if (runtime.isPresent() && seen.add(real(runtime.get().libraries().llama()))) {
        found.add(runtime.get());
      }
    }
    return List.copyOf(found);
  }

  /**
   * Returns a runtime.
   *
   * @param name an installed one's name or variant ({@code cpu}, {@code cuda}, …), or a folder:
   *     that of the libraries, or one above it, such as that of an unpacked release
   * @throws InferenceException if there is none
   */
  public LlamaRuntime named(String name) {
    Optional<LlamaRuntime> named = isFolder(name) ? below(name) : installed(name);
    return named.orElseThrow(
        () ->
            new InferenceException(
                Category.USER,
                (isFolder(name)
                        ? name + ": the folder holds no libllama and libggml for this system"
                        : "No runtime '"
                            + name
                            + "' is installed (the name of a folder has a slash, as in ./"
                            + name
                            + ")")
                    + GET));
  }

  private Optional<LlamaRuntime> installed(String name) {
    List<LlamaRuntime> installed = installed();
    Optional<RuntimePackage> variant = RuntimePackages.load().of(platform()).find(name);
    return installed.stream()
        .filter(runtime -> runtime.name().equals(name))
        .findFirst()
        .or(
            () ->
                installed.stream()
                    .filter(
                        runtime ->
                            variant.filter(v -> runtime.name().startsWith(v.prefix())).isPresent())
                    .findFirst());
  }

  private Optional<LlamaRuntime> below(String name) {
    Path named = path(name).toAbsolutePath().normalize();
    return RuntimePlaces.withFoldersBelow(named).stream()
        .flatMap(folder -> read(name, Origin.NAMED, folder).stream())
        .findFirst();
  }

  /**
   * Returns the runtime to use where the user names none; empty if there is none.
   *
   * <p>Installed ones come before those that were found, and those with a graphics processor that
   * this machine has a driver for before others.
   */
  public Optional<LlamaRuntime> preferred() {
    return installed().stream().findFirst().or(() -> found().stream().findFirst());
  }

  private Comparator<LlamaRuntime> preference() {
    SystemLibraries system = new SystemLibraries(platform(), places.environment(), places.root());
    return Comparator.comparing((LlamaRuntime runtime) -> rank(runtime, system))
        .thenComparing(runtime -> runtime.version().orElse(""), RuntimeVersion.ORDER.reversed());
  }

  /** Returns 0 for the best; a runtime for a card that is not there runs on processors. */
  private static int rank(LlamaRuntime runtime, SystemLibraries system) {
    Set<Backend> backends = runtime.backends();
    boolean windows = system.platform().os() == Platform.Os.WINDOWS;
    if (backends.contains(Backend.METAL)
        || (backends.contains(Backend.CUDA)
            && system.has(windows ? "nvcuda.dll" : "libcuda.so.1"))) {
      return 0;
    }
    if (backends.contains(Backend.VULKAN)
        && system.has(windows ? "vulkan-1.dll" : "libvulkan.so.1")) {
      return 1;
    }
    return backends.contains(Backend.CUDA) || backends.contains(Backend.VULKAN) ? 3 : 2;
  }

  private Optional<LlamaRuntime> read(String name, Origin origin, Path folder) {
    Platform platform = platform();
    return RuntimeLibraries.in(folder.toAbsolutePath().normalize(), platform)
        .map(
            libraries ->
                new LlamaRuntime(
                    name,
                    origin,
                    libraries,
                    libraries.versionOfName(platform),
                    libraries.backends(platform)));
  }

  Platform platform() {
    return places.platform();
  }

  /** Returns the variables of the environment. */
  Map<String, String> environment() {
    return places.environment();
  }

  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      return file;
    }
  }

  private static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new InferenceException(
          Category.USER, "'" + name + "' cannot be the name of a runtime" + GET, e);
    }
  }
}
