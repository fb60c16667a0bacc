package dev.yiben.inference.llamanative;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has been computed for streams, in files of a folder, so that a later run need not compute it
 * again.
 *
 * <p>A file is what llama.cpp writes for a sequence (its tokens first), then a digest of what it is
 * of and one of all that, since llama.cpp believes whatever a file says.
 */
final class SavedContexts {
  /** How much there may be of files in the folder. */
  record Limits(int files, long bytes) {
    static final Limits USUAL = new Limits(64, 8L << 30);
  }

  private static final Logger LOG = LoggerFactory.getLogger(SavedContexts.class);
  private static final String ENDING = ".context";
  private static final String UNFINISHED = ".part";
  private static final int DIGEST = 32;
  // Magic number, version, and how many tokens follow.
  private static final int HEADER = 12;
  // More than any context window has.
  private static final int MOST_TOKENS = 1 << 24;
  private static final int MAGIC = 0x67677371;
  private static final long NANOSECONDS_BETWEEN = 60_000_000_000L;
  // So that saving takes a fiftieth of the time at most.
  private static final long SHARE = 50;

  private final Path folder;
  private final String origin;
  private final Computing computing;
  private final Limits limits;
  private final LongSupplier clock;
  private final Map<String, Long> savedAt = new HashMap<>();
  private long nextAt;
  private boolean broken;

  /**
   * Creates the store of a context.
   *
   * @param origin what identifies the model, the library and all that shapes what they compute
   * @param clock nanoseconds from anywhere; they decide when something is saved, no more
   */
  SavedContexts(
      Path folder, String origin, Computing computing, Limits limits, LongSupplier clock) {
    this.folder = folder;
    this.origin = origin;
    this.computing = computing;
    this.limits = limits;
    this.clock = clock;
    nextAt = clock.getAsLong();
  }

  /** Saves a sequence of a stream, but none of them often, as its request has ended. */
  void saveIfDue(Sequence sequence) {
    long now = clock.getAsLong();
    long streamAt = savedAt.computeIfAbsent(sequence.stream, any -> now) + NANOSECONDS_BETWEEN;
    if (now - nextAt >= 0 && now - streamAt >= 0) {
      save(sequence);
      long after = clock.getAsLong();
      savedAt.put(sequence.stream, after);
      nextAt = after + SHARE * (after - now);
    }
  }

  /** Saves a sequence of a stream. */
  void save(Sequence sequence) {
    if (broken || sequence.computed.size() == 0 || sequence.stream.isEmpty()) {
      return;
    }
    Path file = file(sequence.stream);
    Path part = folder.resolve(file.getFileName() + UNFINISHED);
    try {
      Files.createDirectories(folder);
      if (!computing.save(sequence.number, sequence.computed.toArray(), part)) {
        throw new IOException("llama.cpp could not write it");
      }
      byte[] digest = digest(part, Files.size(part));
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.APPEND)) {
        channel.write(ByteBuffer.wrap(key(sequence.stream)));
        channel.write(ByteBuffer.wrap(digest));
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      deleteOldest(file);
    } catch (IOException e) {
      broken = true;
      LOG.warn("{}: the context cannot be saved: {}", file, e.getMessage());
      delete(part);
    }
  }

  /** Deletes the files that were written first until the limits are kept. */
  private void deleteOldest(Path newest) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files =
          all.filter(file -> isOurs(file.getFileName().toString()))
              .sorted(Comparator.comparing(SavedContexts::writtenAt).reversed())
              .toList();
    }
    long bytes = Files.size(newest);
    int kept = 1;
    for (Path file : files) {
      if (!file.equals(newest)) {
        bytes += Files.size(file);
        kept++;
        if (kept > limits.files() || bytes > limits.bytes()) {
          delete(file);
        }
      }
    }
  }

  private static boolean isOurs(String name) {
    return name.endsWith(ENDING) || name.endsWith(ENDING + UNFINISHED);
  }

  private static long writtenAt(Path file) {
    return file.toFile().lastModified();
  }

  /** Returns the tokens that a stream's file is about; none if there is none. */
  int[] tokens(String stream) {
    Path file = file(stream);
    if (!Files.isRegularFile(file)) {
      return new int[0];
    }
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer header = read(channel, HEADER);
      int magic = header.getInt();
      header.getInt();
      int count = header.getInt();
      long most = Math.min((channel.size() - HEADER - 2 * DIGEST) / Integer.BYTES, MOST_TOKENS);
      if (magic != MAGIC || count < 1 || count > most) {
        throw new IOException("it is damaged");
      }
      int[] tokens = new int[count];
      read(channel, Integer.BYTES * count).asIntBuffer().get(tokens);
      return tokens;
    } catch (IOException e) {
      ignore(file, e);
      return new int[0];
    }
  }

  /** Reads a stream's file into an empty sequence; false if it is not what was written. */
  boolean restore(String stream, Sequence sequence, int[] tokens) {
    Path file = file(stream);
    try {
      long contents = Files.size(file) - 2 * DIGEST;
      try (FileChannel channel = FileChannel.open(file)) {
        channel.position(contents);
        ByteBuffer end = read(channel, 2 * DIGEST);
        byte[] key = new byte[DIGEST];
        byte[] digest = new byte[DIGEST];
        end.get(key).get(digest);
        if (!Arrays.equals(digest, digest(file, contents))) {
          throw new IOException("it is damaged");
        }
        if (!Arrays.equals(key, key(stream))) {
          throw new IOException("it is of another model or stream");
        }
      }
      if (!Arrays.equals(computing.restore(sequence.number, file, tokens.length), tokens)) {
        throw new IOException("llama.cpp cannot read it");
      }
      return true;
    } catch (IOException e) {
      ignore(file, e);
      return false;
    }
  }

  private static ByteBuffer read(FileChannel channel, int bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.nativeOrder());
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        throw new IOException("it is cut off");
      }
    }
    return buffer.flip();
  }

  private static void ignore(Path file, IOException problem) {
    LOG.warn("{}: the saved context is not used: {}", file, problem.getMessage());
    delete(file);
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.debug("{}: cannot be deleted", file, e);
    }
  }

  private Path file(String stream) {
    return folder.resolve(HexFormat.of().formatHex(key(stream), 0, DIGEST / 2) + ENDING);
  }

  private byte[] key(String stream) {
    return sha256().digest((origin + "\n" + stream).getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] digest(Path file, long bytes) throws IOException {
    MessageDigest digest = sha256();
    byte[] buffer = new byte[1 << 16];
    long left = bytes;
    try (InputStream in = Files.newInputStream(file)) {
      while (left > 0) {
        int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (read < 0) {
          throw new IOException("it is cut off");
        }
        digest.update(buffer, 0, read);
        left -= read;
      }
    }
    return digest.digest();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
