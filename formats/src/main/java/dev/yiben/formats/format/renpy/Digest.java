package dev.yiben.formats.format.renpy;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Makes the eight digits that tell texts apart in segment ids. */
final class Digest {
  private Digest() {}

  static String of(String text) {
    CRC32 checksum = new CRC32();
    checksum.update(text.getBytes(StandardCharsets.UTF_8));
    return "%08x".formatted(checksum.getValue());
  }
}
