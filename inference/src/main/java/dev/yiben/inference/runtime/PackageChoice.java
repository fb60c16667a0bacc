package dev.yiben.inference.runtime;

import java.nio.file.Path;
import java.util.Map;

/**
 * Which package suits a machine.
 *
 * @param variant of the package
 * @param reason why, for the user
 */
public record PackageChoice(String variant, String reason) {
  /**
   * Chooses for this machine.
   *
   * @param nvidia whether a card of NVIDIA and its driver were found
   */
  public static PackageChoice of(
      Platform platform, Map<String, String> environment, boolean nvidia) {
    return of(new SystemLibraries(platform, environment, Path.of("/")), nvidia);
  }

  static PackageChoice of(SystemLibraries libraries, boolean nvidia) {
    Platform platform = libraries.platform();
    if (platform.os() == Platform.Os.MAC && platform.architecture().equals("arm64")) {
      return new PackageChoice("metal", "a Mac with a processor of Apple's");
    }
    if (!nvidia) {
      return new PackageChoice("cpu", "no card of NVIDIA's was found");
    }
    if (!platform.architecture().equals("x64")) {
      return new PackageChoice("cpu", "there is none for cards in machines with this processor");
    }
    boolean windows = platform.os() == Platform.Os.WINDOWS;
    if (libraries.has(windows ? "cublas64_13.dll" : "libcublas.so.13")) {
      return new PackageChoice("cuda", "a card of NVIDIA's, and CUDA 13");
    }
    if (libraries.has(windows ? "cublas64_12.dll" : "libcublas.so.12")) {
      return new PackageChoice("cuda12", "a card of NVIDIA's, and CUDA 12");
    }
    if (libraries.has(windows ? "vulkan-1.dll" : "libvulkan.so.1")) {
      return new PackageChoice(
          "vulkan", "a card of NVIDIA's, and Vulkan, but no libraries of CUDA 12 or 13");
    }
    return new PackageChoice(
        "cpu",
        "a card of NVIDIA's, but neither the libraries of CUDA 12 or 13 nor Vulkan; install them"
            + " to use it");
  }
}
