package dev.yiben.pipeline.work;

import dev.yiben.pipeline.JobException;
import dev.yiben.pipeline.store.JobStore;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Where a translation goes: written to a file beside it first and moved into place whole, so that a
 * crash leaves either the old file or the new one.
 */
public final class OutputFile {
  private final Path path;
  private final JobStore store;
  private final boolean completed;
  private final Optional<String> before;

  /** Creates a file that is written whatever is there; the store remembers what was written. */
  public OutputFile(Path path, JobStore store) {
    this(path, store, false, Optional.empty());
  }

  private OutputFile(Path path, JobStore store, boolean completed, Optional<String> before) {
    this.path = path;
    this.store = store;
    this.completed = completed;
    this.before = before;
  }

  /** Returns a file that is written only if nobody changes it until then. */
  public static OutputFile completed(Path path, JobStore store) throws IOException {
    return new OutputFile(path, store, true, content(path));
  }

  /** What fills the file. */
  @FunctionalInterface
  public interface Content {
    /** Writes all of it. */
    void writeTo(OutputStream out) throws IOException;
  }

  /** Returns whether a file is there that is not what this job has written. */
  public boolean isForeign() {
    try {
      Optional<String> found = content(path);
      return found.isPresent() && !found.equals(store.writtenOutput(path));
    } catch (IOException e) {
      throw new JobException(path + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /** Writes the file and returns whether that changed it. */
  public boolean write(Content content) throws IOException {
    if (completed && !content(path).equals(before)) {
      throw new IOException("it was changed meanwhile; run the same command again");
    }
    Path folder = path.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    // The same name in every run: what a crash left behind is written over.
    Path part = folder.resolve("." + path.getFileName() + ".part");
    try {
      try (FileChannel channel =
              FileChannel.open(
                  part,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.TRUNCATE_EXISTING,
                  StandardOpenOption.WRITE);
          OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
        content.writeTo(out);
        out.flush();
        channel.force(true);
      }
      String hash = sha256(part);
      if (Files.exists(path) && hash.equals(sha256(path))) {
        store.saveOutput(path, hash);
        return false;
      }
      store.saveOutput(path, hash);
      move(part);
      return true;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private void move(Path part) throws IOException {
    try {
      Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, path, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static Optional<String> content(Path path) throws IOException {
    return Files.exists(path) ? Optional.of(sha256(path)) : Optional.empty();
  }

  private static String sha256(Path file) throws IOException {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
