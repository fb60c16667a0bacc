package dev.yiben.inference.gguf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes GGUF files, sound ones and others. */
public final class GgufBuilder {
  private static final int ALIGNMENT = 32;

  private final ByteArrayOutputStream entries = new ByteArrayOutputStream();
  private final ByteArrayOutputStream tensors = new ByteArrayOutputStream();
  private int version = 3;
  private long keyCount;
  private long tensorCount;
  private final ByteArrayOutputStream data = new ByteArrayOutputStream();

  public GgufBuilder version(int number) {
    version = number;
    return this;
  }

  public GgufBuilder text(String key, String value) {
    return key(key, ValueType.STRING).raw(string(value));
  }

  public GgufBuilder number(String key, int value) {
    return key(key, ValueType.UINT32).raw(int32(value));
  }

  public GgufBuilder fraction(String key, float value) {
    return key(key, ValueType.FLOAT32).raw(int32(Float.floatToIntBits(value)));
  }

  public GgufBuilder flag(String key, boolean value) {
    return key(key, ValueType.BOOL).raw(new byte[] {(byte) (value ? 1 : 0)});
  }

  public GgufBuilder texts(String key, String... values) {
    key(key, ValueType.ARRAY).raw(int32(ValueType.STRING)).raw(int64(values.length));
    for (String value : values) {
      raw(string(value));
    }
    return this;
  }

  public GgufBuilder numbers(String key, int... values) {
    key(key, ValueType.ARRAY).raw(int32(ValueType.INT32)).raw(int64(values.length));
    for (int value : values) {
      raw(int32(value));
    }
    return this;
  }

  public GgufBuilder fractions(String key, float... values) {
    key(key, ValueType.ARRAY).raw(int32(ValueType.FLOAT32)).raw(int64(values.length));
    for (float value : values) {
      raw(int32(Float.floatToIntBits(value)));
    }
    return this;
  }

  /** Starts an entry whose value follows as raw bytes. */
  public GgufBuilder key(String key, int type) {
    keyCount++;
    return raw(string(key)).raw(int32(type));
  }

  public GgufBuilder raw(byte[] bytes) {
    entries.writeBytes(bytes);
    return this;
  }

  /** Adds a tensor of one dimension in 32-bit numbers. */
  public GgufBuilder tensor(String name, int elements) {
    return tensor(name, new float[elements], elements);
  }

  /** Adds a tensor in 32-bit numbers; the first length is that of its rows. */
  public GgufBuilder tensor(String name, float[] numbers, long... lengths) {
    tensor(name, 0, data.size(), lengths);
    ByteBuffer bytes = ByteBuffer.allocate(numbers.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(numbers);
    data.writeBytes(bytes.array());
    data.writeBytes(new byte[(ALIGNMENT - data.size() % ALIGNMENT) % ALIGNMENT]);
    return this;
  }

  /** Adds a line to the table of tensors, without data. */
  public GgufBuilder tensor(String name, int type, long offset, long... lengths) {
    tensorCount++;
    tensors.writeBytes(string(name));
    tensors.writeBytes(int32(lengths.length));
    for (long length : lengths) {
      tensors.writeBytes(int64(length));
    }
    tensors.writeBytes(int32(type));
    tensors.writeBytes(int64(offset));
    return this;
  }

  public GgufBuilder tensorCount(long count) {
    tensorCount = count;
    return this;
  }

  public GgufBuilder keyCount(long count) {
    keyCount = count;
    return this;
  }

  public byte[] bytes() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes("GGUF".getBytes(StandardCharsets.US_ASCII));
    all.writeBytes(int32(version));
    all.writeBytes(int64(tensorCount));
    all.writeBytes(int64(keyCount));
    all.writeBytes(entries.toByteArray());
    all.writeBytes(tensors.toByteArray());
    if (tensorCount > 0) {
      all.writeBytes(new byte[(ALIGNMENT - all.size() % ALIGNMENT) % ALIGNMENT]);
    }
    all.writeBytes(data.toByteArray());
    return all.toByteArray();
  }

  public Path write(Path file) throws IOException {
    return Files.write(file, bytes());
  }

  public static byte[] string(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + bytes.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(bytes.length)
        .put(bytes)
        .array();
  }

  public static byte[] int32(int value) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
  }

  public static byte[] int64(long value) {
    return ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array();
  }
}
