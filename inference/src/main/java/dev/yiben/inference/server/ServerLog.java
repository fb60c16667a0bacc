package dev.yiben.inference.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what a server writes: all of it to a file of bounded size, the last lines to hand. */
final class ServerLog implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(ServerLog.class);
  private static final long LARGEST = 8L << 20;
  private static final int LONGEST_LINE = 2000;
  private static final int LAST_LINES = 12;

  private final InputStream output;
  private final Path file;
  private final Deque<String> lastLines = new ArrayDeque<>();
  private boolean broken;

  /** Creates a log; when the file is full it becomes the old one, of which there is one. */
  ServerLog(InputStream output, Path file) {
    this.output = output;
    this.file = file;
  }

  /** Reads to the end of the output, without which the server would stand still. */
  @Override
  public void run() {
    StringBuilder line = new StringBuilder();
    try (Reader reader = new InputStreamReader(output, StandardCharsets.UTF_8)) {
      char[] buffer = new char[8192];
      int count = reader.read(buffer);
      while (count >= 0) {
        write(new String(buffer, 0, count));
        for (int i = 0; i < count; i++) {
          add(line, buffer[i]);
        }
        count = reader.read(buffer);
      }
    } catch (IOException e) {
      LOG.debug("The output of llama-server broke off", e);
    }
    add(line, '\n');
  }

  private void add(StringBuilder line, char c) {
    if (c == '\n') {
      String text = line.toString().strip();
      line.setLength(0);
      if (!text.isEmpty()) {
        synchronized (lastLines) {
          lastLines.addLast(text);
          if (lastLines.size() > LAST_LINES) {
            lastLines.removeFirst();
          }
        }
      }
    } else if (line.length() < LONGEST_LINE) {
      line.append(c);
    }
  }

  private void write(String text) {
    if (broken) {
      return;
    }
    try {
      if (Files.exists(file) && Files.size(file) > LARGEST) {
        Files.move(
            file,
            file.resolveSibling(file.getFileName() + ".old"),
            StandardCopyOption.REPLACE_EXISTING);
      }
      try (Writer writer =
          Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
        writer.write(text);
      }
    } catch (IOException e) {
      broken = true;
      LOG.warn("The log of llama-server cannot be written: {}", e.toString());
    }
  }

  /** Returns what was written last. */
  List<String> lastLines() {
    synchronized (lastLines) {
      return List.copyOf(lastLines);
    }
  }
}
