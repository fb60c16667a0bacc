package dev.yiben.inference.libllama;

import com.sun.jna.Pointer;
import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes llama.cpp's log, which is one for the whole process, so that nothing of it reaches the
 * terminal: passes whole lines on, to files as well, and keeps the last problems for messages.
 */
final class NativeLog implements LlamaApi.LogCallback {
  /** Strongly held, since native code may call it as long as the process lives. */
  static final NativeLog OF_PROCESS = new NativeLog();

  private static final Logger LOG = LoggerFactory.getLogger("llama.cpp");
  private static final int KEPT = 40;
  private static final int LONGEST_LINE = 10_000;
  private static final int CONTINUATION = 5;
  private static final int DEBUG = 1;
  private static final int WARNING = 3;

  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final Deque<String> problems = new ArrayDeque<>();
  private final List<BufferedWriter> files = new ArrayList<>();
  private int levelOfLine;

  @Override
  public void log(int level, Pointer text, Pointer data) {
    if (text != null) {
      log(level, NativeText.bytes(text));
    }
  }

  /** Takes a piece of a line, or several lines. */
  synchronized void log(int level, byte[] text) {
    if (level != CONTINUATION) {
      levelOfLine = level;
    }
    for (byte next : text) {
      if (next == '\n') {
        end();
      } else if (line.size() < LONGEST_LINE) {
        line.write(next);
      }
    }
  }

  private void end() {
    String whole = line.toString(StandardCharsets.UTF_8);
    line.reset();
    if (levelOfLine > DEBUG) {
      LOG.debug("{}", whole);
    } else {
      LOG.trace("{}", whole);
    }
    files.removeIf(file -> !written(file, whole));
    if (levelOfLine >= WARNING) {
      problems.addLast(whole);
      if (problems.size() > KEPT) {
        problems.removeFirst();
      }
    }
  }

  private static boolean written(BufferedWriter file, String whole) {
    try {
      file.write(whole);
      file.write('\n');
      file.flush();
      return true;
    } catch (IOException e) {
      LOG.warn("llama.cpp's log cannot be written any more: {}", e.getMessage());
      return false;
    }
  }

  /** Writes lines to a file as well, from now on until it is closed. */
  NativeLogFile writeTo(Path file) {
    try {
      BufferedWriter writer = Files.newBufferedWriter(file);
      synchronized (this) {
        files.add(writer);
      }
      return () -> {
        synchronized (this) {
          files.remove(writer);
        }
        try {
          writer.close();
        } catch (IOException e) {
          LOG.debug("A log is not whole", e);
        }
      };
    } catch (IOException e) {
      throw new InferenceException(
          Category.USER,
          file + ": llama.cpp's log cannot be written there (" + e.getMessage() + ")",
          e);
    }
  }

  /** Forgets the problems so far. */
  synchronized void begin() {
    problems.clear();
  }

  /** Returns the warnings and errors since the beginning, the last ones of many. */
  synchronized List<String> problems() {
    return List.copyOf(problems);
  }
}
