package dev.yiben.inference.libllama;

import com.sun.jna.Pointer;
import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the process alive where ggml would end it: a broken assumption, a graphics card without
 * memory.
 *
 * <p>ggml calls this last, on the thread that cannot go on, and ends the process when it returns.
 * So it never returns: it tells those who wait and keeps the thread. Native code is not called
 * after that, and what it holds goes with the process.
 */
final class GivenUp implements BaseApi.AbortCallback {
  /** Strongly held, since native code may call it as long as the process lives. */
  static final GivenUp OF_PROCESS = new GivenUp(NativeLog.OF_PROCESS);

  private static final Logger LOG = LoggerFactory.getLogger(GivenUp.class);

  private final NativeLog log;
  private final Set<Consumer<InferenceException>> listeners = ConcurrentHashMap.newKeySet();
  private volatile Optional<InferenceException> failure = Optional.empty();

  GivenUp(NativeLog log) {
    this.log = log;
  }

  @Override
  public void abort(Pointer message) {
    fail(message == null ? "" : new String(NativeText.bytes(message), StandardCharsets.UTF_8));
    while (true) {
      LockSupport.park(this);
    }
  }

  /** Tells everybody that native code cannot go on. */
  void fail(String message) {
    InferenceException reason = reason(message.strip(), log.problems());
    synchronized (this) {
      if (failure.isEmpty()) {
        failure = Optional.of(reason);
      }
    }
    LOG.debug("{}", reason.getMessage());
    for (Consumer<InferenceException> listener : listeners) {
      try {
        listener.accept(reason);
      } catch (RuntimeException e) {
        LOG.debug("Could not tell that llama.cpp gave up", e);
      }
    }
  }

  private static InferenceException reason(String message, List<String> problems) {
    boolean memory =
        problems.stream().anyMatch(line -> line.contains("out of memory"))
            || message.contains("out of memory");
    // The place in llama.cpp's sources, without the folder that it was built in.
    String line = message.lines().findFirst().orElse("").replaceFirst("^.*[/\\\\]", "");
    return new InferenceException(
        memory ? Category.RESOURCE : Category.BACKEND_PERMANENT,
        memory
            ? "llama.cpp ran out of memory and cannot go on (" + line + ")"
            : "llama.cpp gave up and cannot go on (" + line + ")");
  }

  /** Calls a listener when native code cannot go on, at once if that is so. */
  void listen(Consumer<InferenceException> listener) {
    listeners.add(listener);
    failure.ifPresent(listener);
  }

  void forget(Consumer<InferenceException> listener) {
    listeners.remove(listener);
  }

  boolean isSo() {
    return failure.isPresent();
  }

  /**
   * Lets nobody into native code after the end.
   *
   * @throws InferenceException if llama.cpp gave up
   */
  void require() {
    failure.ifPresent(
        reason -> {
          throw new InferenceException(reason.category(), reason.getMessage(), reason);
        });
  }
}
