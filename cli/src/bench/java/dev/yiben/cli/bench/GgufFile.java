package dev.yiben.cli.bench;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Writes GGUF files of version 3 whose matrices are stored as Q8_0.
 *
 * @see <a href="https://github.com/ggml-org/ggml/blob/master/docs/gguf.md">GGUF</a>
 */
final class GgufFile {
  private static final int ALIGNMENT = 32;
  private static final int BLOCK = 32;
  private static final int BLOCK_BYTES = 2 + BLOCK;
  private static final int F32 = 0;
  private static final int Q8_0 = 8;

  /** Fills the rows of a matrix. */
  @FunctionalInterface
  interface Rows {
    void fill(int row, float[] values);
  }

  @FunctionalInterface
  private interface Data {
    void write(OutputStream out) throws IOException;
  }

  private record Tensor(String name, int type, List<Integer> sizes, long bytes, Data data) {}

  private final ByteArrayOutputStream entries = new ByteArrayOutputStream();
  private final List<Tensor> tensors = new ArrayList<>();
  private int entryCount;

  void number(String key, int value) {
    entry(key, 4).writeBytes(int32(value));
  }

  void fraction(String key, float value) {
    entry(key, 6).writeBytes(int32(Float.floatToIntBits(value)));
  }

  void flag(String key, boolean value) {
    entry(key, 7).write(value ? 1 : 0);
  }

  void text(String key, String value) {
    entry(key, 8).writeBytes(string(value));
  }

  void texts(String key, List<String> values) {
    entry(key, 9).writeBytes(int32(8));
    entries.writeBytes(int64(values.size()));
    values.forEach(value -> entries.writeBytes(string(value)));
  }

  void numbers(String key, List<Integer> values) {
    entry(key, 9).writeBytes(int32(5));
    entries.writeBytes(int64(values.size()));
    values.forEach(value -> entries.writeBytes(int32(value)));
  }

  private ByteArrayOutputStream entry(String key, int type) {
    entryCount++;
    entries.writeBytes(string(key));
    entries.writeBytes(int32(type));
    return entries;
  }

  /** Adds a vector of ones. */
  void ones(String name, int size) {
    byte[] one = int32(Float.floatToIntBits(1));
    tensors.add(
        new Tensor(
            name,
            F32,
            List.of(size),
            4L * size,
            out -> {
              for (int i = 0; i < size; i++) {
                out.write(one);
              }
            }));
  }

  /** Adds a matrix of zeros. */
  void zeros(String name, int columns, int rows) {
    byte[] row = new byte[columns / BLOCK * BLOCK_BYTES];
    tensor(
        name,
        columns,
        rows,
        out -> {
          for (int i = 0; i < rows; i++) {
            out.write(row);
          }
        });
  }

  /** Adds a matrix of small random numbers. */
  void random(String name, int columns, int rows, SplittableRandom random) {
    byte[] row = new byte[columns / BLOCK * BLOCK_BYTES];
    byte[] scale = int16(Half.of(0.0005f));
    tensor(
        name,
        columns,
        rows,
        out -> {
          for (int i = 0; i < rows; i++) {
            random.nextBytes(row);
            for (int block = 0; block < row.length; block += BLOCK_BYTES) {
              row[block] = scale[0];
              row[block + 1] = scale[1];
            }
            out.write(row);
          }
        });
  }

  /** Adds a matrix of given numbers. */
  void matrix(String name, int columns, int rows, Rows source) {
    tensor(
        name,
        columns,
        rows,
        out -> {
          float[] values = new float[columns];
          for (int i = 0; i < rows; i++) {
            source.fill(i, values);
            out.write(quantised(values));
          }
        });
  }

  private void tensor(String name, int columns, int rows, Data data) {
    long bytes = (long) rows * (columns / BLOCK) * BLOCK_BYTES;
    tensors.add(new Tensor(name, Q8_0, List.of(columns, rows), bytes, data));
  }

  private static byte[] quantised(float[] values) {
    byte[] bytes = new byte[values.length / BLOCK * BLOCK_BYTES];
    ByteBuffer row = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int start = 0; start < values.length; start += BLOCK) {
      float largest = 0;
      for (int i = start; i < start + BLOCK; i++) {
        largest = Math.max(largest, Math.abs(values[i]));
      }
      float scale = largest / 127;
      row.putShort(Half.of(scale));
      for (int i = start; i < start + BLOCK; i++) {
        row.put((byte) (scale == 0 ? 0 : Math.round(values[i] / scale)));
      }
    }
    return bytes;
  }

  /** Writes the file. */
  void write(Path file) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    head.writeBytes("GGUF".getBytes(StandardCharsets.US_ASCII));
    head.writeBytes(int32(3));
    head.writeBytes(int64(tensors.size()));
    head.writeBytes(int64(entryCount));
    head.writeBytes(entries.toByteArray());
    long offset = 0;
    for (Tensor tensor : tensors) {
      head.writeBytes(string(tensor.name()));
      head.writeBytes(int32(tensor.sizes().size()));
      for (int size : tensor.sizes()) {
        head.writeBytes(int64(size));
      }
      head.writeBytes(int32(tensor.type()));
      head.writeBytes(int64(offset));
      offset += tensor.bytes() + padding(tensor.bytes());
    }
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      head.writeTo(out);
      out.write(new byte[padding(head.size())]);
      for (Tensor tensor : tensors) {
        tensor.data().write(out);
        out.write(new byte[padding(tensor.bytes())]);
      }
    }
  }

  private static int padding(long size) {
    return (int) ((ALIGNMENT - size % ALIGNMENT) % ALIGNMENT);
  }

  private static byte[] string(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return buffer(8 + bytes.length).putLong(bytes.length).put(bytes).array();
  }

  private static byte[] int16(short value) {
    return buffer(2).putShort(value).array();
  }

  private static byte[] int32(int value) {
    return buffer(4).putInt(value).array();
  }

  private static byte[] int64(long value) {
    return buffer(8).putLong(value).array();
  }

  private static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
