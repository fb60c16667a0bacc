package dev.yiben.inference.runtime;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps all but one run from changing the folder of runtimes; the file of the lock stays. */
final class InstallLock implements AutoCloseable {
  private static final String NAME = ".lock";

  private final Path folder;
  private final FileChannel channel;

  private InstallLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @throws InferenceException if another run has it
   */
  static InstallLock take(Path folder) throws IOException {
    Files.createDirectories(folder);
    FileChannel channel =
        FileChannel.open(folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return new InstallLock(folder, channel);
      }
    } catch (OverlappingFileLockException e) {
      channel.close();
      throw busy(folder, e);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    channel.close();
    throw busy(folder, null);
  }

  private static InferenceException busy(Path folder, Throwable cause) {
    return new InferenceException(
        Category.USER,
        folder + ": another run installs or removes a runtime at the moment; wait until it ends",
        cause);
  }

  /** Returns the folder, which this run alone may change now. */
  Path folder() {
    return folder;
  }

  @Override
  public void close() throws IOException {
    // Which gives the lock back.
    channel.close();
  }
}
