package dev.yiben.formats.format.epub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes zip files byte by byte (APPNOTE 6.3.10), so that any field of them can lie. */
final class RawZip {
  static final int STORED = 0;
  static final int DEFLATED = 8;
  private static final int DESCRIPTOR_FLAG = 1 << 3;
  private static final int UTF_8_FLAG = 1 << 11;
  private static final int ZIP64_MARK = 0xFFFF_FFFF;

  private final List<Entry> entries = new ArrayList<>();
  private String comment = "";
  private byte[] before = {};
  private byte[] after = {};
  private int countLie;
  private int directoryLie;

  /** An entry, true until one of its fields is changed. */
  static final class Entry {
    byte[] name;
    int method;
    int flags = UTF_8_FLAG;
    byte[] packed;
    long crc;
    long size;
    long localSize;
    long localCrc;
    int offsetLie;
    byte[] localName;
    String comment = "";
    byte[] extra = {};
    boolean descriptor;
    boolean descriptorSignature = true;
    boolean zip64;
    boolean missingInDirectory;

    private Entry(String name, byte[] content, int method) {
      this.name = name.getBytes(UTF_8);
      this.localName = this.name;
      this.method = method;
      this.packed = method == DEFLATED ? deflated(content) : content;
      CRC32 checksum = new CRC32();
      checksum.update(content);
      this.crc = checksum.getValue();
      this.localCrc = crc;
      this.size = content.length;
      this.localSize = size;
    }

    private int flags() {
      return flags | (descriptor ? DESCRIPTOR_FLAG : 0);
    }
  }

  Entry add(String name, byte[] content, int method) {
    Entry entry = new Entry(name, content, method);
    entries.add(entry);
    return entry;
  }

  List<Entry> entries() {
    return entries;
  }

  RawZip comment(String text) {
    comment = text;
    return this;
  }

  RawZip surroundedBy(byte[] first, byte[] last) {
    before = first;
    after = last;
    return this;
  }

  RawZip lyingAboutDirectory(int count, int offset) {
    countLie = count;
    directoryLie = offset;
    return this;
  }

  static byte[] deflated(byte[] content) {
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    deflater.setInput(content);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }

  byte[] pack() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(before);
    ByteArrayOutputStream directory = new ByteArrayOutputStream();
    int listed = 0;
    for (Entry entry : entries) {
      int offset = out.size();
      writeLocal(entry, out);
      if (!entry.missingInDirectory) {
        directory.writeBytes(central(entry, offset));
        listed++;
      }
    }
    int start = out.size();
    out.writeBytes(directory.toByteArray());
    byte[] text = comment.getBytes(UTF_8);
    out.writeBytes(
        new Fields()
            .putInt(0x06054b50)
            .putInt(0)
            .putShort(listed + countLie)
            .putShort(listed + countLie)
            .putInt(directory.size())
            .putInt(start + directoryLie)
            .putShort(text.length)
            .put(text)
            .bytes());
    out.writeBytes(after);
    return out.toByteArray();
  }

  private static void writeLocal(Entry entry, ByteArrayOutputStream out) {
    byte[] extra = entry.zip64 ? zip64(entry.localSize, entry.packed.length) : entry.extra;
    out.writeBytes(
        new Fields()
            .putInt(0x04034b50)
            .putShort(20)
            .putShort(entry.flags())
            .putShort(entry.method)
            .putInt(0x5A2A6000)
            .putInt(entry.descriptor ? 0 : (int) entry.localCrc)
            .putInt(entry.descriptor ? 0 : entry.zip64 ? ZIP64_MARK : entry.packed.length)
            .putInt(entry.descriptor ? 0 : entry.zip64 ? ZIP64_MARK : (int) entry.localSize)
            .putShort(entry.localName.length)
            .putShort(extra.length)
            .put(entry.localName)
            .put(extra)
            .bytes());
    out.writeBytes(entry.packed);
    if (entry.descriptor) {
      Fields descriptor = new Fields();
      if (entry.descriptorSignature) {
        descriptor.putInt(0x08074b50);
      }
      out.writeBytes(
          descriptor
              .putInt((int) entry.localCrc)
              .putInt(entry.packed.length)
              .putInt((int) entry.localSize)
              .bytes());
    }
  }

  private static byte[] central(Entry entry, int offset) {
    byte[] extra = entry.zip64 ? zip64(entry.size, entry.packed.length) : entry.extra;
    byte[] text = entry.comment.getBytes(UTF_8);
    return new Fields()
        .putInt(0x02014b50)
        .putShort(20)
        .putShort(20)
        .putShort(entry.flags())
        .putShort(entry.method)
        .putInt(0x5A2A6000)
        .putInt((int) entry.crc)
        .putInt(entry.zip64 ? ZIP64_MARK : entry.packed.length)
        .putInt(entry.zip64 ? ZIP64_MARK : (int) entry.size)
        .putShort(entry.name.length)
        .putShort(extra.length)
        .putShort(text.length)
        .putShort(0)
        .putShort(0)
        .putInt(0)
        .putInt(offset + entry.offsetLie)
        .put(entry.name)
        .put(extra)
        .put(text)
        .bytes();
  }

  private static byte[] zip64(long size, long packed) {
    return new Fields().putShort(1).putShort(16).putLong(size).putLong(packed).bytes();
  }

  /** Numbers with their least byte first. */
  private static final class Fields {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Fields putShort(int value) {
      return put(value, 2);
    }

    Fields putInt(int value) {
      return put(value, 4);
    }

    Fields putLong(long value) {
      return put(value, 8);
    }

    private Fields put(long value, int bytes) {
      for (int i = 0; i < bytes; i++) {
        out.write((int) (value >> (8 * i)));
      }
      return this;
    }

    Fields put(byte[] content) {
      out.writeBytes(content);
      return this;
    }

    byte[] bytes() {
      return out.toByteArray();
    }
  }
}
