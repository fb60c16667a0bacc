package dev.yiben.inference.download;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;

/** Brings all parts of one file, several at once. */
final class Transfer {
  private static final long SMALLEST_CHUNK = 1 << 20;
  private static final long LARGEST_CHUNK = 1 << 27;
  private static final int CHUNKS_OF_A_CONNECTION = 8;
  private static final long TELL_MILLIS = 200;
  private static final long SAVE_NANOS = TimeUnit.SECONDS.toNanos(3);
  private static final long SPARE_SPACE = 50_000_000;

  private final HttpTransfer http;
  private final Pace pace;
  private final ToLongFunction<Path> freeSpace;
  private final DownloadListener listener;
  private final Queue<String> notices = new ConcurrentLinkedQueue<>();

  Transfer(
      HttpTransfer http, Pace pace, ToLongFunction<Path> freeSpace, DownloadListener listener) {
    this.http = http;
    this.pace = pace;
    this.freeSpace = freeSpace;
    this.listener = listener;
  }

  /**
   * Brings what is missing.
   *
   * @throws RemoteChangedException if the file on the server is another meanwhile
   */
  void run(RemoteAddress from, RemoteFile remote, PartialFile part)
      throws IOException, InterruptedException {
    List<Chunk> chunks = part.chunks(remote, chunkSize(remote));
    requireSpace(remote, part);
    listener.onStart(remote.host(), part.done(), remote.size());
    Queue<Chunk> open = new ConcurrentLinkedQueue<>(chunks);
    ChunkFetch fetch = new ChunkFetch(http, from, remote, part);
    int connections = remote.divisible() ? Math.min(pace.connections(), chunks.size()) : 1;
    ExecutorService workers =
        Executors.newFixedThreadPool(
            connections,
            task -> {
              Thread thread = new Thread(task, "download");
              thread.setDaemon(true);
              return thread;
            });
    try {
      ExecutorCompletionService<Void> work = new ExecutorCompletionService<>(workers);
      for (int i = 0; i < connections; i++) {
        work.submit(
            () -> {
              Patience patience = new Patience(pace, from, notices::add);
              for (Chunk chunk = open.poll(); chunk != null; chunk = open.poll()) {
                fetch.fetch(chunk, patience);
              }
              return null;
            });
      }
      await(work, connections, part, remote);
    } finally {
      workers.shutdownNow();
      // A write under way ends in a moment, and what it wrote is to be in the account.
      boolean ended = workers.awaitTermination(5, TimeUnit.SECONDS);
      if (ended) {
        part.save();
      }
      tell(part, remote);
    }
  }

  private void await(
      ExecutorCompletionService<Void> work, int count, PartialFile part, RemoteFile remote)
      throws IOException, InterruptedException {
    long saved = System.nanoTime();
    int running = count;
    while (running > 0) {
      Future<Void> ended = work.poll(TELL_MILLIS, TimeUnit.MILLISECONDS);
      tell(part, remote);
      if (ended != null) {
        running--;
        result(ended);
      } else if (System.nanoTime() - saved > SAVE_NANOS) {
        part.save();
        saved = System.nanoTime();
      }
    }
  }

  private void tell(PartialFile part, RemoteFile remote) {
    for (String notice = notices.poll(); notice != null; notice = notices.poll()) {
      listener.onNotice(notice);
    }
    listener.onProgress(part.done(), remote.size());
  }

  private static void result(Future<Void> ended) throws IOException, InterruptedException {
    try {
      ended.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      if (e.getCause() instanceof InferenceException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private long chunkSize(RemoteFile remote) {
    long size = remote.size().orElse(0) / ((long) pace.connections() * CHUNKS_OF_A_CONNECTION);
    return Math.min(LARGEST_CHUNK, Math.max(SMALLEST_CHUNK, size));
  }

  private void requireSpace(RemoteFile remote, PartialFile part) {
    Path folder = part.file().toAbsolutePath().getParent();
    long missing = remote.size().orElse(0) - part.done();
    long free = freeSpace.applyAsLong(folder);
    if (missing > 0 && free < missing + SPARE_SPACE) {
      throw new InferenceException(
          Category.RESOURCE,
          folder
              + ": "
              + megabytes(missing)
              + " are missing and the disk has room for "
              + megabytes(free)
              + "; make room, or choose another folder with YIBEN_MODELS");
    }
  }

  private static String megabytes(long bytes) {
    return String.format(java.util.Locale.ROOT, "%,d MB", bytes / 1_000_000);
  }
}
