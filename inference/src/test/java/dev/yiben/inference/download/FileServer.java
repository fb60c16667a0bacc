package dev.yiben.inference.download;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server of files on the loopback interface that fails as it is told to. */
public final class FileServer implements AutoCloseable {
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final AtomicInteger drops = new AtomicInteger();
  private volatile int dropAfter;
  private volatile byte[] content = {};
  private volatile String etag = "\"one\"";
  private volatile boolean ranges = true;
  private volatile boolean lengths = true;
  private final AtomicInteger atOnce = new AtomicInteger();
  private final AtomicInteger mostAtOnce = new AtomicInteger();

  /** Answers a request in place of the file. */
  @FunctionalInterface
  public interface Handler {
    void handle(HttpExchange exchange) throws IOException;
  }

  public FileServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.start();
  }

  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  /** Serves the content at a path. */
  public FileServer serve(String path, byte[] bytes) {
    content = bytes;
    server.createContext(path, exchange -> logged(exchange, this::file));
    return this;
  }

  /** Answers a path by something else. */
  public FileServer answer(String path, Handler handler) {
    server.createContext(path, exchange -> logged(exchange, handler));
    return this;
  }

  public FileServer content(byte[] bytes) {
    content = bytes;
    return this;
  }

  public FileServer etag(String tag) {
    etag = tag;
    return this;
  }

  public FileServer withoutRanges() {
    ranges = false;
    return this;
  }

  public FileServer withoutLengths() {
    lengths = false;
    return this;
  }

  /** Drops so many of the next connections, each after so many bytes. */
  public FileServer drop(int times, int afterBytes) {
    dropAfter = afterBytes;
    drops.set(times);
    return this;
  }

  public int dropsLeft() {
    return drops.get();
  }

  /** Returns the requests: method, path, and the headers that matter. */
  public List<String> requests() {
    return requests;
  }

  public int mostAtOnce() {
    return mostAtOnce.get();
  }

  private void logged(HttpExchange exchange, Handler handler) throws IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String name : List.of("Range", "If-Range", "Authorization")) {
      String value = exchange.getRequestHeaders().getFirst(name);
      if (value != null) {
        headers.put(name, value);
      }
    }
    requests.add(exchange.getRequestURI() + " " + headers);
    mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
    try {
      handler.handle(exchange);
    } finally {
      atOnce.decrementAndGet();
    }
    exchange.close();
  }

  /** Answers with the content. */
  public void file(HttpExchange exchange) throws IOException {
    byte[] bytes = content;
    if (etag != null) {
      exchange.getResponseHeaders().set("ETag", etag);
    }
    exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
    String asked = exchange.getRequestHeaders().getFirst("Range");
    String condition = exchange.getRequestHeaders().getFirst("If-Range");
    boolean part = ranges && asked != null && (condition == null || condition.equals(etag));
    int from = 0;
    int to = bytes.length;
    if (part) {
      Matcher range = RANGE.matcher(asked);
      if (!range.matches() || Integer.parseInt(range.group(1)) >= bytes.length) {
        exchange.sendResponseHeaders(416, -1);
        return;
      }
      from = Integer.parseInt(range.group(1));
      to = Math.min(bytes.length, Integer.parseInt(range.group(2)) + 1);
      exchange
          .getResponseHeaders()
          .set("Content-Range", "bytes " + from + "-" + (to - 1) + "/" + bytes.length);
    }
    boolean probe = to - from < 100;
    exchange.sendResponseHeaders(part ? 206 : 200, lengths ? to - from : 0);
    OutputStream out = exchange.getResponseBody();
    if (!probe && drops.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      out.write(bytes, from, Math.min(dropAfter, to - from));
      out.flush();
      throw new IOException("dropped");
    }
    out.write(bytes, from, to - from);
    out.close();
  }

  /** Answers with a status and a text. */
  public static Handler status(int status, String body, String... headers) {
    return exchange -> {
      for (int i = 0; i < headers.length; i += 2) {
        exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
      }
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }

  /** Returns content that starts as a model and repeats nowhere soon. */
  public static byte[] model(int size) {
    byte[] bytes = new byte[size];
    long state = size;
    for (int i = 0; i < size; i++) {
      state = state * 6364136223846793005L + 1442695040888963407L;
      bytes[i] = (byte) (state >>> 56);
    }
    byte[] magic = "GGUF".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(magic, 0, bytes, 0, Math.min(size, magic.length));
    return bytes;
  }

  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of()
          .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns a copy in which one byte is wrong. */
  public static byte[] spoiled(byte[] bytes) {
    byte[] copy = Arrays.copyOf(bytes, bytes.length);
    copy[copy.length / 2] ^= 1;
    return copy;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
