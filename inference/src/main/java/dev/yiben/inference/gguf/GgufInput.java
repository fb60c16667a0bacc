package dev.yiben.inference.gguf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Reads little-endian numbers and counted strings, never more than the bounds given. */
final class GgufInput {
  private final Path file;
  private final FileChannel channel;
  private final long size;
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
  private long bufferStart;

  GgufInput(Path file, FileChannel channel) throws IOException {
    this.file = file;
    this.channel = channel;
    this.size = channel.size();
    buffer.limit(0);
  }

  long size() {
    return size;
  }

  long position() {
    return bufferStart + buffer.position();
  }

  void position(long position) {
    if (position < 0 || position > size) {
      throw cutOff();
    }
    bufferStart = position;
    buffer.limit(0);
  }

  void skip(long count) {
    if (count < 0 || count > size - position()) {
      throw cutOff();
    }
    if (count <= buffer.remaining()) {
      buffer.position(buffer.position() + (int) count);
    } else {
      position(position() + count);
    }
  }

  int readByte() throws IOException {
    need(1);
    return buffer.get();
  }

  int readShort() throws IOException {
    need(2);
    return buffer.getShort();
  }

  int readInt() throws IOException {
    need(4);
    return buffer.getInt();
  }

  long readLong() throws IOException {
    need(8);
    return buffer.getLong();
  }

  float readFloat() throws IOException {
    need(4);
    return buffer.getFloat();
  }

  double readDouble() throws IOException {
    need(8);
    return buffer.getDouble();
  }

  /** Reads an unsigned 64-bit count that must not exceed a bound. */
  int readCount(int bound, String what) throws IOException {
    long count = readLong();
    if (count < 0 || count > bound) {
      throw new GgufException(
          file,
          "broken header: "
              + Long.toUnsignedString(count)
              + " "
              + what
              + " (at most "
              + bound
              + " are allowed); get the file again or choose another model");
    }
    return (int) count;
  }

  String readString(int bound, String what) throws IOException {
    int length = readCount(bound, "bytes of " + what);
    if (length > size - position()) {
      throw cutOff();
    }
    byte[] bytes = new byte[length];
    int filled = 0;
    while (filled < length) {
      need(1);
      int step = Math.min(length - filled, buffer.remaining());
      buffer.get(bytes, filled, step);
      filled += step;
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  void skipString(int bound, String what) throws IOException {
    skip(readCount(bound, "bytes of " + what));
  }

  GgufException cutOff() {
    return new GgufException(
        file,
        "the file is cut off within its header: it has "
            + size
            + " bytes (an interrupted download?); get it again");
  }

  private void need(int count) throws IOException {
    if (buffer.remaining() >= count) {
      return;
    }
    long start = position();
    buffer.clear();
    bufferStart = start;
    while (buffer.position() < count) {
      if (channel.read(buffer, start + buffer.position()) < 0) {
        buffer.limit(0);
        throw cutOff();
      }
    }
    buffer.flip();
  }
}
