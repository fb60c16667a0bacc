package dev.yiben.inference.download;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Fetches parts of one file until they are complete. */
final class ChunkFetch {
  /** Less than this is no progress: a server that sends a few bytes and drops is out of order. */
  private static final long PROGRESS = 1 << 16;

  private static final long LARGEST_FILE = 1L << 40;

  private final HttpTransfer http;
  private final RemoteAddress address;
  private final RemoteFile remote;
  private final PartialFile file;

  ChunkFetch(HttpTransfer http, RemoteAddress address, RemoteFile remote, PartialFile file) {
    this.http = http;
    this.address = address;
    this.remote = remote;
    this.file = file;
  }

  /** Fetches what is missing of a part, however often the connection fails. */
  void fetch(Chunk chunk, Patience patience) throws IOException, InterruptedException {
    while (true) {
      long before = chunk.done();
      try {
        if (remote.divisible()) {
          fetchRange(chunk);
        } else {
          fetchWhole(chunk);
        }
        return;
      } catch (RemoteChangedException e) {
        throw e;
      } catch (IOException e) {
        renew(chunk, before, patience);
        patience.after(e);
      } catch (InferenceException e) {
        renew(chunk, before, patience);
        patience.after(e);
      }
    }
  }

  private void renew(Chunk chunk, long before, Patience patience) {
    if (remote.divisible() && chunk.done() - before >= PROGRESS) {
      patience.renew();
    }
  }

  private void fetchRange(Chunk chunk) throws IOException, InterruptedException {
    if (chunk.left() == 0) {
      return;
    }
    String range = "bytes=" + chunk.position() + "-" + (chunk.end() - 1);
    long first = chunk.position();
    Answer answer =
        http.get(
            address,
            headers(range),
            given ->
                isRange(given, first)
                    ? bytes -> {
                      if (bytes.remaining() > chunk.left()) {
                        throw new IOException("the server sent more than was asked for");
                      }
                      file.write(chunk, bytes);
                      return true;
                    }
                    : new Discard());
    requireRange(answer, first);
    if (chunk.left() > 0) {
      throw new IOException("the connection ended early");
    }
  }

  /** With a checksum no condition is needed, and stores of one file may tag it differently. */
  private Map<String, String> headers(String range) {
    return remote
        .validator()
        .filter(validator -> remote.sha256().isEmpty())
        .map(validator -> Map.of("Range", range, "If-Range", validator))
        .orElse(Map.of("Range", range));
  }

  private boolean isRange(Answer answer, long first) {
    return answer.status() == 206
        && isSame(answer)
        && answer
            .contentRange()
            .filter(range -> range.first() == first && range.size() == remote.size().orElse(-1))
            .isPresent();
  }

  private void requireRange(Answer answer, long first) throws IOException {
    switch (answer.status()) {
      case 200, 206, 412, 416 -> {
        if (!isSame(answer) || answer.status() == 412 || answer.status() == 416) {
          throw new RemoteChangedException();
        }
        if (!isRange(answer, first)) {
          throw answer.contentRange().filter(r -> r.size() != remote.size().orElse(-1)).isPresent()
              ? new RemoteChangedException()
              : new IOException("the server sent another part than was asked for");
        }
      }
      default -> throw Refusals.of(address, answer);
    }
  }

  /** Returns whether the file is the one that was asked about first, as far as the server tells. */
  private boolean isSame(Answer answer) {
    Optional<String> hash = answer.sha256();
    if (hash.isPresent() && remote.sha256().isPresent()) {
      return hash.equals(remote.sha256());
    }
    Optional<String> validator = answer.validator();
    return validator.isEmpty()
        || remote.validator().isEmpty()
        || validator.equals(remote.validator());
  }

  private void fetchWhole(Chunk chunk) throws IOException, InterruptedException {
    file.restart(chunk);
    Answer answer =
        http.get(
            address,
            Map.of(),
            given ->
                given.status() == 200
                    ? bytes -> {
                      if (bytes.remaining() > Math.min(chunk.left(), LARGEST_FILE - chunk.done())) {
                        throw new InferenceException(
                            Category.BACKEND_PERMANENT,
                            address + ": the server sends more than the file can have");
                      }
                      file.write(chunk, bytes);
                      return true;
                    }
                    : new Discard());
    if (answer.status() != 200) {
      throw Refusals.of(address, answer);
    }
    if (remote.size().isPresent() && chunk.left() > 0) {
      throw new IOException("the connection ended early");
    }
  }
}
