package dev.yiben.inference.download;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A file that is being fetched, beside its place: {@code NAME.part}, and {@code NAME.part.json}
 * with what of it is there.
 *
 * <p>The account is written after what it accounts for, so that after a crash it never says too
 * much.
 */
final class PartialFile implements AutoCloseable {
  static final String SUFFIX = ".part";
  static final String ACCOUNT_SUFFIX = ".part.json";

  private final Path target;
  private final Path file;
  private final Path accountFile;
  private final FileChannel channel;
  private final FileLock lock;
  private PartAccount account;

  private PartialFile(Path target, FileChannel channel, FileLock lock) {
    this.target = target;
    this.file = beside(target, SUFFIX);
    this.accountFile = beside(target, ACCOUNT_SUFFIX);
    this.channel = channel;
    this.lock = lock;
    this.account = PartAccount.read(accountFile);
  }

  /**
   * Opens the file, for this process alone.
   *
   * @throws InferenceException if another process is fetching it
   */
  static PartialFile open(Path target) throws IOException {
    Files.createDirectories(target.toAbsolutePath().getParent());
    FileChannel channel =
        FileChannel.open(
            beside(target, SUFFIX),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    try {
      // Far behind all content, since Windows lets nobody read what is locked.
      FileLock lock = channel.tryLock(Long.MAX_VALUE - 1, 1, false);
      if (lock != null) {
        return new PartialFile(target, channel, lock);
      }
    } catch (OverlappingFileLockException e) {
      channel.close();
      throw busy(target, e);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    channel.close();
    throw busy(target, null);
  }

  private static InferenceException busy(Path target, Throwable cause) {
    return new InferenceException(
        Category.USER, target + ": it is being fetched already, by another run", cause);
  }

  /**
   * Returns the parts of the file, with what is there of them if it is of the same content.
   *
   * @param chunkSize bytes of a part, should they begin anew
   */
  List<Chunk> chunks(RemoteFile remote, long chunkSize) throws IOException {
    if (!remote.divisible()) {
      account = PartAccount.whole(remote.size().orElse(Long.MAX_VALUE));
    } else if (!account.isOf(remote) || channel.size() < account.reach()) {
      account = PartAccount.start(remote, chunkSize);
    }
    if (account.done() == 0) {
      channel.truncate(0);
      save();
    }
    return account.chunks();
  }

  /** Returns the bytes that are there. */
  long done() {
    return account.done();
  }

  /** Writes bytes to the next place of a part. */
  void write(Chunk chunk, ByteBuffer bytes) {
    try {
      while (bytes.hasRemaining()) {
        chunk.advance(channel.write(bytes, chunk.position()));
      }
    } catch (IOException e) {
      throw new InferenceException(
          Category.RESOURCE,
          file
              + ": cannot be written: "
              + e.getMessage()
              + "; what is there stays, and the same command goes on once there is room",
          e);
    }
  }

  /** Forgets a part that has to come again from its start, and all behind it. */
  void restart(Chunk chunk) throws IOException {
    chunk.forget();
    channel.truncate(chunk.position());
  }

  /** Writes down what is there, for a later run to go on with. */
  void save() throws IOException {
    PartAccount now = account.now();
    if (channel.isOpen()) {
      channel.force(false);
    }
    now.write(accountFile);
  }

  Path file() {
    return file;
  }

  /** Removes what is there. */
  void discard() throws IOException {
    account = PartAccount.NOTHING;
    Files.deleteIfExists(accountFile);
    channel.truncate(0);
  }

  /** Gives the file its name. */
  void complete() throws IOException {
    channel.force(true);
    // Windows moves no file that is open.
    close();
    try {
      Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(file, target);
    }
    Files.deleteIfExists(accountFile);
  }

  @Override
  public void close() throws IOException {
    if (channel.isOpen()) {
      lock.release();
      channel.close();
    }
  }

  /** Closes the file; one that no later run could go on with leaves nothing behind. */
  void leave() {
    try {
      boolean useless = account.done() == 0 || !account.isOfKnownContent();
      close();
      if (useless) {
        Files.deleteIfExists(accountFile);
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path beside(Path target, String suffix) {
    return target.resolveSibling(target.getFileName() + suffix);
  }
}
