package dev.yiben.inference.download;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import dev.yiben.inference.openai.Proxies;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches files.
 *
 * <p>What is there of a file lies beside its place until it is complete and its checksum is right.
 * An interrupted download is gone on with by the next one of the same file, unless the file on the
 * server has changed.
 */
public final class Downloader {
  /** What follows the name of a file of which not everything is there. */
  public static final String PARTIAL = PartialFile.SUFFIX;

  private static final Logger LOG = LoggerFactory.getLogger(Downloader.class);
  private static final Duration CONNECT = Duration.ofSeconds(30);
  private static final int MOST_CHANGES = 3;
  private static final int MOST_WRONG = 2;
  private static final int CHECK_BYTES = 1 << 20;

  private final HttpTransfer http;
  private final Pace pace;
  private final ToLongFunction<Path> freeSpace;
  private final DownloadListener listener;

  /**
   * Creates a downloader.
   *
   * @param client that follows no redirections itself
   * @param freeSpace returns the bytes that can be written to a folder's disk
   */
  public Downloader(
      HttpClient client, Pace pace, ToLongFunction<Path> freeSpace, DownloadListener listener) {
    if (client.followRedirects() != HttpClient.Redirect.NEVER) {
      throw new IllegalArgumentException("A client that follows redirections would leak tokens");
    }
    this.http = new HttpTransfer(client, pace.silence());
    this.pace = pace;
    this.freeSpace = freeSpace;
    this.listener = listener;
  }

  /**
   * Returns a downloader over the network as the environment has it: proxies, disks.
   *
   * @param connections parts that are fetched at once
   */
  public static Downloader of(
      Map<String, String> environment, int connections, DownloadListener listener) {
    HttpClient.Builder client =
        HttpClient.newBuilder()
            // In HTTP/2 all parts would share one connection.
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT);
    Proxies.of(environment).apply(client);
    return new Downloader(client.build(), Pace.usual(connections), Downloader::space, listener);
  }

  private static long space(Path folder) {
    try {
      return Files.getFileStore(folder).getUsableSpace();
    } catch (IOException e) {
      LOG.debug("{}: free space is unknown", folder, e);
      return Long.MAX_VALUE;
    }
  }

  /**
   * Fetches a file.
   *
   * @param target where to put it; its folder is created
   * @throws NotFoundException if the server has none
   * @throws InferenceException if it cannot be had; the message says what to do
   * @throws InterruptedException if the thread was interrupted; what is there stays
   */
  public void fetch(RemoteAddress from, Path target, Wanted wanted) throws InterruptedException {
    try {
      // Asked first, so that a wrong address leaves nothing behind.
      RemoteFile remote = ask(from, wanted);
      PartialFile part = PartialFile.open(target);
      try {
        fetch(from, remote, part, wanted);
      } finally {
        part.leave();
      }
    } catch (IOException e) {
      throw new InferenceException(
          Category.RESOURCE,
          target
              + ": cannot be written: "
              + (e instanceof AccessDeniedException ? "permission denied" : e.getMessage()),
          e);
    }
  }

  /**
   * Reads a short text.
   *
   * @param mostBytes that it may have
   * @throws InferenceException if it cannot be had or is longer
   */
  public String read(RemoteAddress from, int mostBytes) throws InterruptedException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try {
      Answer answer =
          http.get(
              from,
              Map.of(),
              given ->
                  bytes -> {
                    if (bytes.remaining() > mostBytes - text.size()) {
                      throw new IOException("the text is too long");
                    }
                    byte[] piece = new byte[bytes.remaining()];
                    bytes.get(piece);
                    text.write(piece);
                    return true;
                  });
      if (answer.status() != 200) {
        throw Refusals.of(from, answer);
      }
      return text.toString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new InferenceException(
          Category.BACKEND_TRANSIENT, from + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private void fetch(RemoteAddress from, RemoteFile first, PartialFile part, Wanted wanted)
      throws IOException, InterruptedException {
    RemoteFile remote = first;
    int changes = 0;
    int wrong = 0;
    while (true) {
      try {
        new Transfer(http, pace, freeSpace, listener).run(from, remote, part);
        Optional<String> fault = fault(remote, part, wanted);
        if (fault.isEmpty()) {
          part.complete();
          return;
        }
        part.discard();
        wrong++;
        if (wrong >= MOST_WRONG) {
          throw new InferenceException(
              Category.BACKEND_PERMANENT,
              from + ": " + fault.get() + ", for the second time; nothing of it was kept");
        }
        listener.onNotice(from + ": " + fault.get() + "; it is thrown away and fetched once more");
      } catch (RemoteChangedException e) {
        part.discard();
        changes++;
        if (changes >= MOST_CHANGES) {
          throw new InferenceException(
              Category.BACKEND_PERMANENT, from + ": the file on the server keeps changing", e);
        }
        listener.onNotice(from + ": the file on the server has changed; it is fetched anew");
      }
      remote = ask(from, wanted);
    }
  }

  private RemoteFile ask(RemoteAddress from, Wanted wanted) throws InterruptedException {
    Patience patience = new Patience(pace.forQuestions(), from, listener::onNotice);
    while (true) {
      try {
        RemoteFile remote = new Probe(http).ask(from, wanted.magic());
        if (wanted.sha256().isPresent()
            && remote.sha256().isPresent()
            && !wanted.sha256().equals(remote.sha256())) {
          throw new InferenceException(
              Category.USER,
              from
                  + ": the server has another file than the checksum names: "
                  + remote.sha256().get());
        }
        return remote.withSha256(wanted.sha256());
      } catch (IOException e) {
        patience.after(e);
      } catch (InferenceException e) {
        patience.after(e);
      }
    }
  }

  /** Returns what is wrong with a complete file. */
  private Optional<String> fault(RemoteFile remote, PartialFile part, Wanted wanted)
      throws IOException, InterruptedException {
    if (remote.sha256().isPresent()) {
      String actual = sha256(part.file());
      return actual.equals(remote.sha256().get())
          ? Optional.empty()
          : Optional.of(
              "the checksum is wrong (" + actual + ", not " + remote.sha256().get() + ")");
    }
    try {
      wanted.check().accept(part.file());
      return Optional.empty();
    } catch (InferenceException e) {
      return Optional.of("what came is not sound (" + e.getMessage() + ")");
    }
  }

  private String sha256(Path file) throws IOException, InterruptedException {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer buffer = ByteBuffer.allocate(CHECK_BYTES);
      long done = 0;
      while (channel.read(buffer) >= 0) {
        done += buffer.position();
        digest.update(buffer.flip());
        buffer.clear();
        listener.onCheck(done, channel.size());
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
