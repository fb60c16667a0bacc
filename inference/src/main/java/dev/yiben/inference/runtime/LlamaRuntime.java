package dev.yiben.inference.runtime;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * Libraries of llama.cpp that belong together.
 *
 * @param name what the user calls it by; of one that was not installed, its folder
 * @param version llama.cpp's, such as {@code v0.5.0} or {@code b8390}, as the files beside it or
 *     their names tell; the library itself knows better
 * @param backends what there are backends for; the machine need not have it
 */
public record LlamaRuntime(
    String name,
    Origin origin,
    RuntimeLibraries libraries,
    Optional<String> version,
    Set<Backend> backends) {
  /** How it came to be known. */
  public enum Origin {
    /** The user named its folder. */
    NAMED,
    /** It is in the user's folder of runtimes. */
    INSTALLED,
    /** It was found where others put it. */
    FOUND
  }

  public LlamaRuntime {
    backends = Set.copyOf(backends);
  }

  /** Returns whether there is a backend for graphics processors. */
  public boolean hasGpu() {
    return backends.stream().anyMatch(Backend::isGpu);
  }

  /** Returns the folder that holds libllama. */
  public Path folder() {
    return libraries.folder();
  }
}
