package dev.yiben.inference.runtime;

import java.util.List;
import java.util.Locale;

/**
 * Libraries that can be installed: npm packages of a pinned version.
 *
 * @param variant what the user asks for, such as {@code cpu} or {@code cuda}
 * @param os what they run on
 * @param architecture what they run on, as {@link Platform} has it
 * @param llama the version of llama.cpp
 * @param about for whom they are
 * @param parts the packages; the files of later ones take the places of earlier ones
 */
public record RuntimePackage(
    String variant,
    Platform.Os os,
    String architecture,
    String llama,
    String about,
    List<Part> parts) {
  public RuntimePackage {
    parts = List.copyOf(parts);
  }

  /**
   * An npm package.
   *
   * @param size bytes of its archive
   * @param integrity its checksum as npm writes it: {@code sha512-} and Base64
   */
  public record Part(String name, String version, long size, String integrity) {
    /** Returns what npm is asked for. */
    String specification() {
      return name + "@" + version;
    }
  }

  /** Returns the name that it is installed under, such as {@code linux-x64-cuda-v0.5.0}. */
  public String installedName() {
    return prefix() + llama;
  }

  /** Returns what the names of all installed versions begin with. */
  String prefix() {
    return os.name().toLowerCase(Locale.ROOT) + "-" + architecture + "-" + variant + "-";
  }

  /** Returns the bytes that are fetched. */
  public long size() {
    return parts.stream().mapToLong(Part::size).sum();
  }
}
