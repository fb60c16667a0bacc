package dev.yiben.inference.libllama;

import com.sun.jna.Pointer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes llama.cpp's log, which is one for the whole process, so that nothing of it reaches the
 * terminal: passes whole lines on and keeps the last ones for error messages.
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
  private int levelOfLine;

  @Override
  public synchronized void log(int level, Pointer text, Pointer data) {
    if (text == null) {
      return;
    }
    if (level != CONTINUATION) {
      levelOfLine = level;
    }
    for (byte next : text.getByteArray(0, length(text))) {
      if (next == '\n') {
        end();
      } else if (line.size() < LONGEST_LINE) {
        line.write(next);
      }
    }
  }

  private static int length(Pointer text) {
    return (int) Math.min(text.indexOf(0, (byte) 0), 1 << 20);
  }

  private void end() {
    String whole = line.toString(StandardCharsets.UTF_8);
    line.reset();
    if (levelOfLine > DEBUG) {
      LOG.debug("{}", whole);
    } else {
      LOG.trace("{}", whole);
    }
    if (levelOfLine >= WARNING) {
      problems.addLast(whole);
      if (problems.size() > KEPT) {
        problems.removeFirst();
      }
    }
  }

  /** Forgets the lines so far. */
  synchronized void begin() {
    problems.clear();
  }

  /** Returns the warnings and errors since the beginning, the last ones of many. */
  synchronized List<String> problems() {
    return List.copyOf(problems);
  }
}
