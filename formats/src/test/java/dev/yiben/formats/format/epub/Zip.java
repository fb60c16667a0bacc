package dev.yiben.formats.format.epub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs books for tests. */
final class Zip {
  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  Zip with(String name, String content) {
    return with(name, content.getBytes(UTF_8));
  }

  Zip with(String name, byte[] content) {
    entries.put(name, content);
    return this;
  }

  Zip without(String name) {
    entries.remove(name);
    return this;
  }

  byte[] content(String name) {
    return entries.get(name);
  }

  byte[] pack() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> content : entries.entrySet()) {
        ZipEntry entry = new ZipEntry(content.getKey());
        entry.setTime(1_700_000_000_000L);
        if (content.getKey().equals("mimetype")) {
          CRC32 checksum = new CRC32();
          checksum.update(content.getValue());
          entry.setMethod(ZipEntry.STORED);
          entry.setSize(content.getValue().length);
          entry.setCrc(checksum.getValue());
        }
        out.putNextEntry(entry);
        out.write(content.getValue());
      }
    }
    return bytes.toByteArray();
  }
}
