package dev.yiben.inference.load;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import dev.yiben.inference.gguf.GgufHeader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A model, as one file or as the files of a split one. */
public record ModelFile(GgufHeader header, List<GgufHeader> parts) {
  private static final Pattern PART = Pattern.compile("(.*-)(\\d{5})(-of-)(\\d{5})(\\.gguf)");
  private static final int SAMPLES = 64;
  private static final int SAMPLE_BYTES = 1 << 16;

  /**
   * Reads the header of a model and of all its parts.
   *
   * @throws InferenceException if a file is wrong or says nothing of its architecture
   */
  public static ModelFile open(Path file) {
    GgufHeader header = GgufHeader.read(file);
    requireArchitecture(header);
    List<GgufHeader> parts = new ArrayList<>(List.of(header));
    for (int number = 2; number <= header.splitCount(); number++) {
      parts.add(GgufHeader.read(part(header, number)));
    }
    return new ModelFile(header, List.copyOf(parts));
  }

  private static void requireArchitecture(GgufHeader header) {
    if (header.architecture().isEmpty()) {
      throw new InferenceException(
          Category.USER,
          header.file()
              + ": the file does not name the architecture of its model; choose another one");
    }
  }

  private static Path part(GgufHeader first, int number) {
    Matcher name = PART.matcher(String.valueOf(first.file().getFileName()));
    long count = first.splitCount();
    if (!name.matches()
        || Integer.parseInt(name.group(2)) != 1
        || Integer.parseInt(name.group(4)) != count) {
      throw new InferenceException(
          Category.USER,
          first.file()
              + ": is one of "
              + count
              + " files of a split model; give the first one, under its own name"
              + String.format(Locale.ROOT, " (…-00001-of-%05d.gguf)", count));
    }
    return first
        .file()
        .resolveSibling(
            name.group(1)
                + String.format(Locale.ROOT, "%05d", number)
                + name.group(3)
                + name.group(4)
                + name.group(5));
  }

  /** Returns the bytes of all files. */
  public long size() {
    return parts.stream().mapToLong(GgufHeader::fileSize).sum();
  }

  /**
   * Returns what identifies the model: a hash over the whole header (tokenizer and template
   * included), the size and evenly spread samples of the weights. Reading all of them would take
   * minutes for a large model.
   *
   * @param engine what computes it, with its version
   * @param adapter a file that changes the model
   * @param ways how it is computed, where that is not the usual way
   * @throws InferenceException if a file can no longer be read
   */
  String fingerprint(String engine, Optional<GgufHeader> adapter, List<String> ways) {
    MessageDigest digest = sha256();
    digest.update(engine.getBytes(StandardCharsets.UTF_8));
    ways.forEach(way -> digest.update((way + "\n").getBytes(StandardCharsets.UTF_8)));
    for (GgufHeader part : Stream.concat(parts.stream(), adapter.stream()).toList()) {
      try (FileChannel channel = FileChannel.open(part.file(), StandardOpenOption.READ)) {
        long size = part.fileSize();
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(size).flip());
        update(digest, channel, 0, part.dataStart());
        long step = Math.max(SAMPLE_BYTES, (size - part.dataStart()) / SAMPLES);
        for (long at = part.dataStart(); at < size; at += step) {
          update(digest, channel, at, SAMPLE_BYTES);
        }
        update(digest, channel, Math.max(0, size - SAMPLE_BYTES), SAMPLE_BYTES);
      } catch (IOException e) {
        throw new InferenceException(
            Category.USER, part.file() + ": the model file cannot be read: " + e.getMessage(), e);
      }
    }
    return HexFormat.of().formatHex(digest.digest(), 0, 16);
  }

  /** Returns a hash of the chat template; empty if the model has none. */
  String templateHash() {
    return header
        .string("tokenizer.chat_template")
        .map(text -> sha256().digest(text.getBytes(StandardCharsets.UTF_8)))
        .map(hash -> HexFormat.of().formatHex(hash, 0, 16))
        .orElse("");
  }

  private static void update(MessageDigest digest, FileChannel channel, long from, long count)
      throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(SAMPLE_BYTES);
    long at = from;
    while (at < from + count) {
      buffer.clear().limit((int) Math.min(SAMPLE_BYTES, from + count - at));
      int read = channel.read(buffer, at);
      if (read < 0) {
        return;
      }
      digest.update(buffer.flip());
      at += read;
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
