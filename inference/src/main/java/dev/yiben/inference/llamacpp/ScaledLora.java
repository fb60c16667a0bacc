package dev.yiben.inference.llamacpp;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import dev.yiben.inference.gguf.GgufHeader;
import dev.yiben.inference.load.LoraFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file of an adapter that has its scale.
 *
 * <p>The binding cannot pass llama.cpp's {@code --lora-scaled}, which takes two values. An adapter
 * of another scale is therefore written with another alpha, on which the scale is a factor.
 */
record ScaledLora(GgufHeader header, double scale) {
  private static final String ALPHA = "adapter.lora.alpha";
  private static final int FLOAT32 = 6;
  private static final int LARGEST_HEADER = 1 << 26;

  static ScaledLora of(LoraFile file) {
    return new ScaledLora(file.header(), file.scale());
  }

  /** Returns a file that has the scale: at scale 1 itself, else a copy for the process's life. */
  Path file() {
    if (scale == 1) {
      return header.file();
    }
    if (header.dataStart() > LARGEST_HEADER
        || !(header.metadata().get(ALPHA) instanceof Double alpha)
        || alpha == 0) {
      throw refused(header, "says no alpha, so that it can be used with scale 1 only");
    }
    try {
      Path copy = NativeFolder.create().resolve("scaled-lora.gguf");
      // Not by Files.copy to a path, which would take over that the file may not be written.
      try (OutputStream out = Files.newOutputStream(copy)) {
        Files.copy(header.file(), out);
      }
      // llama.cpp takes an alpha of 0 for none, and so for full strength.
      float scaled = (float) (alpha * scale);
      try (FileChannel channel =
          FileChannel.open(copy, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
        ByteBuffer value = ByteBuffer.allocate(Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        channel.write(
            value.putFloat(scaled == 0 ? Float.MIN_NORMAL : scaled).flip(), placeOfAlpha(channel));
      }
      return copy;
    } catch (IOException e) {
      throw new InferenceException(
          Category.RESOURCE,
          header.file() + ": the adapter cannot be copied to be scaled: " + e.getMessage(),
          e);
    }
  }

  /**
   * Returns the offset of alpha: behind its key, with the key's length before and its type after.
   */
  private long placeOfAlpha(FileChannel channel) throws IOException {
    byte[] key = ALPHA.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer entry = ByteBuffer.allocate(8 + key.length + 4).order(ByteOrder.LITTLE_ENDIAN);
    entry.putLong(key.length).put(key).putInt(FLOAT32).flip();
    ByteBuffer all = ByteBuffer.allocate((int) header.dataStart());
    while (all.hasRemaining() && channel.read(all, all.position()) >= 0) {
      // Read on.
    }
    for (int at = 0; at + entry.limit() <= all.limit(); at++) {
      if (all.slice(at, entry.limit()).equals(entry)) {
        return (long) at + entry.limit();
      }
    }
    throw refused(header, "stores its alpha in an unknown way, so that it takes scale 1 only");
  }

  private static InferenceException refused(GgufHeader header, String problem) {
    return new InferenceException(Category.USER, header.file() + ": " + problem);
  }
}
