package dev.yiben.inference.download;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What of a file is there. */
final class PartAccount {
  static final PartAccount NOTHING = new PartAccount(new Stored("", 0, 1, List.of()));

  private static final Logger LOG = LoggerFactory.getLogger(PartAccount.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final long LARGEST_ACCOUNT = 1 << 22;
  private static final int MOST_CHUNKS = 1 << 16;

  private final Stored stored;
  private final List<Chunk> chunks;

  /**
   * As it stands in the file.
   *
   * @param content identity of the content; empty if there is no going on
   * @param size bytes in all
   * @param chunk bytes of every part but the last
   * @param done bytes that are there of each part
   */
  record Stored(String content, long size, long chunk, List<Long> done) {}

  private PartAccount(Stored stored) {
    this.stored = stored;
    List<Chunk> all = new ArrayList<>();
    for (int i = 0; i < stored.done().size(); i++) {
      long start = i * stored.chunk();
      all.add(
          new Chunk(start, Math.min(stored.chunk(), stored.size() - start), stored.done().get(i)));
    }
    this.chunks = List.copyOf(all);
  }

  /** Reads an account; one that makes no sense is none. */
  static PartAccount read(Path file) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > LARGEST_ACCOUNT) {
        return NOTHING;
      }
      Stored stored = JSON.readValue(Files.readAllBytes(file), Stored.class);
      return makesSense(stored) ? new PartAccount(stored) : NOTHING;
    } catch (IOException | JacksonException e) {
      LOG.debug("{}: no account of a download", file, e);
      return NOTHING;
    }
  }

  private static boolean makesSense(Stored stored) {
    if (stored == null
        || stored.content() == null
        || stored.done() == null
        || stored.chunk() < 1
        || stored.size() < 1
        || stored.done().size() > MOST_CHUNKS
        || stored.done().size() != count(stored.size(), stored.chunk())) {
      return false;
    }
    for (int i = 0; i < stored.done().size(); i++) {
      long most = Math.min(stored.chunk(), stored.size() - i * stored.chunk());
      Long done = stored.done().get(i);
      if (done == null || done < 0 || done > most) {
        return false;
      }
    }
    return true;
  }

  private static long count(long size, long chunk) {
    return (size - 1) / chunk + 1;
  }

  static PartAccount start(RemoteFile remote, long chunk) {
    long size = remote.size().orElseThrow();
    long sound = Math.max(chunk, size / MOST_CHUNKS + 1);
    return new PartAccount(
        new Stored(
            remote.identity(), size, sound, Collections.nCopies((int) count(size, sound), 0L)));
  }

  /** Returns the account of a file that comes in one piece or not at all. */
  static PartAccount whole(long size) {
    return new PartAccount(new Stored("", size, size, List.of(0L)));
  }

  /** Returns whether a later run could tell if the file is still the same. */
  boolean isOfKnownContent() {
    return !stored.content().isEmpty();
  }

  boolean isOf(RemoteFile remote) {
    return isOfKnownContent()
        && stored.content().equals(remote.identity())
        && stored.size() == remote.size().orElse(-1);
  }

  List<Chunk> chunks() {
    return chunks;
  }

  long done() {
    return chunks.stream().mapToLong(Chunk::done).sum();
  }

  /** Returns the bytes that a file must have to hold what is accounted for. */
  long reach() {
    return chunks.stream()
        .filter(chunk -> chunk.done() > 0)
        .mapToLong(Chunk::position)
        .max()
        .orElse(0);
  }

  /** Returns a copy of this moment. */
  PartAccount now() {
    return new PartAccount(
        new Stored(
            stored.content(),
            stored.size(),
            stored.chunk(),
            chunks.stream().map(Chunk::done).toList()));
  }

  void write(Path file) throws IOException {
    if (!isOfKnownContent()) {
      Files.deleteIfExists(file);
      return;
    }
    Path next = file.resolveSibling(file.getFileName() + ".new");
    Files.write(next, JSON.writeValueAsBytes(stored));
    Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
