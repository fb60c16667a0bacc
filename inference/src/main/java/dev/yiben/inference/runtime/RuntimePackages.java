package dev.yiben.inference.runtime;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The packages that can be installed.
 *
 * @param packages in the order in which they are shown
 */
public record RuntimePackages(List<RuntimePackage> packages) {
  private static final String RESOURCE = "packages.json";

  public RuntimePackages {
    packages = List.copyOf(packages);
  }

  /** Returns those that this version of the program knows, for all platforms. */
  public static RuntimePackages load() {
    try (InputStream in = RuntimePackages.class.getResourceAsStream(RESOURCE)) {
      return JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build()
          .readValue(in, RuntimePackages.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns those for a platform. */
  public RuntimePackages of(Platform platform) {
    return new RuntimePackages(
        packages.stream()
            .filter(
                one ->
                    one.os() == platform.os() && one.architecture().equals(platform.architecture()))
            .toList());
  }

  /** Returns the package of a variant. */
  public Optional<RuntimePackage> find(String variant) {
    return packages.stream().filter(one -> one.variant().equals(variant)).findFirst();
  }

  /**
   * Returns the package of a variant.
   *
   * @throws InferenceException if there is none; the message names those that there are
   */
  public RuntimePackage get(String variant) {
    return find(variant)
        .orElseThrow(
            () ->
                new InferenceException(
                    Category.USER,
                    "There is no runtime '"
                        + variant
                        + "' to be installed for this system"
                        + (packages.isEmpty()
                            ? " (nor any other); build llama.cpp, and name its folder with"
                                + " --llama-runtime"
                            : "; there are "
                                + packages.stream()
                                    .map(RuntimePackage::variant)
                                    .collect(Collectors.joining(", ")))));
  }
}
