package dev.yiben.formats.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** New content of an entry, packed the same everywhere, so that it waits in little memory. */
public final class PackedEntry {
  private final byte[] packed;
  private final long checksum;
  private final int size;

  private PackedEntry(byte[] packed, long checksum, int size) {
    this.packed = packed;
    this.checksum = checksum;
    this.size = size;
  }

  /** Packs the content of an entry. */
  public static PackedEntry of(byte[] content) {
    CRC32 checksum = new CRC32();
    checksum.update(content);
    return new PackedEntry(deflate(content), checksum.getValue(), content.length);
  }

  private static byte[] deflate(byte[] content) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(content.length / 2 + 64);
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    try (DeflaterOutputStream stream = new DeflaterOutputStream(packed, deflater)) {
      stream.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException("Nothing can fail in memory", e);
    } finally {
      deflater.end();
    }
    return packed.toByteArray();
  }

  InputStream packed() {
    return new ByteArrayInputStream(packed);
  }

  int packedSize() {
    return packed.length;
  }

  long checksum() {
    return checksum;
  }

  int size() {
    return size;
  }
}
