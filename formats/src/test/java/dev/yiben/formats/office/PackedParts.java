package dev.yiben.formats.office;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The parts of a package, to be changed and packed again. */
final class PackedParts {
  private static final String TRANSITIONAL = "http://schemas.openxmlformats.org/";
  private static final String STRICT = "http://purl.oclc.org/ooxml/";

  private final Map<String, byte[]> parts;

  private PackedParts(Map<String, byte[]> parts) {
    this.parts = parts;
  }

  static PackedParts of(byte[] document) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(document))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), zip.readAllBytes());
      }
    }
    return new PackedParts(parts);
  }

  /** Returns the parts in their order. */
  Map<String, byte[]> byName() {
    return parts;
  }

  PackedParts without(String name) {
    parts.remove(name);
    return this;
  }

  PackedParts with(String name, UnaryOperator<String> change) {
    parts.computeIfPresent(
        name, (key, content) -> change.apply(new String(content, UTF_8)).getBytes(UTF_8));
    return this;
  }

  /** Returns these parts in the namespaces of the strict variant (ISO/IEC 29500-1). */
  PackedParts strict() {
    parts.replaceAll(
        (name, content) ->
            name.matches(".*\\.(xml|rels)") && !name.startsWith("docProps")
                ? strict(new String(content, UTF_8)).getBytes(UTF_8)
                : content);
    return this;
  }

  private static String strict(String markup) {
    // Those of the packages themselves are the same in both.
    return markup.replaceAll(
        TRANSITIONAL + "(?!package/|markup-compatibility/)(\\w+)/2006/", STRICT + "$1/");
  }

  byte[] pack() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        ZipEntry entry = new ZipEntry(part.getKey());
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(part.getValue());
      }
    }
    return bytes.toByteArray();
  }
}
