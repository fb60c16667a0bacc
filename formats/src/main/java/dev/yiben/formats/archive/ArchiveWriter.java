package dev.yiben.formats.archive;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream.UnicodeExtraFieldPolicy;
import org.apache.commons.compress.archivers.zip.ZipExtraField;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.io.output.CloseShieldOutputStream;

/**
 * Writes entries to a zip file: packed ones as they are, new content packed the same everywhere.
 */
final class ArchiveWriter implements Closeable {
  private final ZipFile from;
  private final ZipArchiveOutputStream out;

  ArchiveWriter(ZipFile from, byte[] comment, OutputStream out) {
    this.from = from;
    this.out = new ZipArchiveOutputStream(CloseShieldOutputStream.wrap(out));
    this.out.setEncoding(from.getEncoding());
    this.out.setFallbackToUTF8(true);
    this.out.setCreateUnicodeExtraFields(UnicodeExtraFieldPolicy.NEVER);
    this.out.setComment(new String(comment, Charset.forName(from.getEncoding())));
  }

  void copy(ZipArchiveEntry entry) throws IOException {
    try (InputStream raw = from.getRawInputStream(entry)) {
      out.addRawArchiveEntry(entry, raw);
    }
  }

  void replace(ZipArchiveEntry original, PackedEntry content) throws IOException {
    add(new ZipArchiveEntry(original), content);
  }

  void store(String name, long time, byte[] content) throws IOException {
    CRC32 checksum = new CRC32();
    checksum.update(content);
    ZipArchiveEntry entry = new ZipArchiveEntry(name);
    entry.setTime(time);
    entry.setExtraFields(new ZipExtraField[0]);
    entry.setMethod(ZipEntry.STORED);
    entry.setCrc(checksum.getValue());
    entry.setSize(content.length);
    entry.setCompressedSize(content.length);
    out.addRawArchiveEntry(entry, new ByteArrayInputStream(content));
  }

  void add(String name, long time, PackedEntry content) throws IOException {
    ZipArchiveEntry entry = new ZipArchiveEntry(name);
    entry.setTime(time);
    entry.setExtraFields(new ZipExtraField[0]);
    add(entry, content);
  }

  private void add(ZipArchiveEntry entry, PackedEntry content) throws IOException {
    entry.setMethod(ZipEntry.DEFLATED);
    entry.setCrc(content.checksum());
    entry.setSize(content.size());
    entry.setCompressedSize(content.packedSize());
    out.addRawArchiveEntry(entry, content.packed());
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
