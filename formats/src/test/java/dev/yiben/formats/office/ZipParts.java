package dev.yiben.formats.office;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** The entries of a zip file, as they are packed and unpacked. */
final class ZipParts {
  private final Map<String, Part> parts;

  private ZipParts(Map<String, Part> parts) {
    this.parts = parts;
  }

  /** An entry with all that the directory says of it. */
  private static final class Part {
    private final ZipArchiveEntry entry;
    private final byte[] packed;
    private final byte[] content;

    Part(ZipArchiveEntry entry, byte[] packed, byte[] content) {
      this.entry = entry;
      this.packed = packed;
      this.content = content;
    }

    boolean isSame(Part other) {
      return Arrays.equals(packed, other.packed)
          && entry.getMethod() == other.entry.getMethod()
          && entry.getTime() == other.entry.getTime()
          && entry.getCrc() == other.entry.getCrc()
          && Objects.equals(entry.getComment(), other.entry.getComment())
          && Arrays.equals(
              entry.getCentralDirectoryExtra(), other.entry.getCentralDirectoryExtra());
    }
  }

  static ZipParts read(Path file) throws IOException {
    Map<String, Part> parts = new LinkedHashMap<>();
    try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
        try (InputStream packed = zip.getRawInputStream(entry);
            InputStream content = zip.getInputStream(entry)) {
          parts.put(
              entry.getName(), new Part(entry, packed.readAllBytes(), content.readAllBytes()));
        }
      }
    }
    return new ZipParts(parts);
  }

  Set<String> names() {
    return parts.keySet();
  }

  byte[] content(String name) {
    return parts.get(name).content;
  }

  /** Returns the names of the entries that are not, bit for bit, what they are in the other. */
  Set<String> differing(ZipParts other) {
    Set<String> differing = new LinkedHashSet<>();
    parts.forEach(
        (name, part) -> {
          if (!other.parts.containsKey(name) || !part.isSame(other.parts.get(name))) {
            differing.add(name);
          }
        });
    return differing;
  }
}
