package dev.yiben.inference.server;

import dev.yiben.inference.Capabilities;
import dev.yiben.inference.Choice;
import dev.yiben.inference.GenerationListener;
import dev.yiben.inference.GenerationRequest;
import dev.yiben.inference.GenerationResult;
import dev.yiben.inference.InferenceEngine;
import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import dev.yiben.inference.RestartableListener;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a model in the user's own {@code llama-server}.
 *
 * <p>A server that dies is started again, and the requests that it had are repeated; one that dies
 * again and again without an answer between is given up.
 */
public final class LlamaServerEngine implements InferenceEngine {
  private static final Logger LOG = LoggerFactory.getLogger(LlamaServerEngine.class);
  private static final int MOST_DEATHS = 3;

  private final LlamaServerSettings settings;
  private final ServerModel model;
  private final String version;
  private final ServerListener listener;
  private final ServerStart start;
  private final ReentrantLock starting = new ReentrantLock();
  private volatile RunningServer server;
  private volatile boolean closed;
  private final AtomicInteger deaths = new AtomicInteger();

  private LlamaServerEngine(LlamaServerSettings settings, String version, ServerListener listener) {
    this.settings = settings;
    this.version = version;
    this.listener = listener;
    model = ServerModel.of(settings.model());
    start =
        new ServerStart(
            settings,
            version,
            model.window(settings.load().context().window()),
            listener,
            () -> closed);
  }

  /**
   * Starts a server and waits until it is ready.
   *
   * @throws InferenceException if the program cannot be started or ends by itself; the message says
   *     why, as far as its output tells
   * @throws InterruptedException if the thread is interrupted; the server is ended
   */
  public static LlamaServerEngine open(LlamaServerSettings settings, ServerListener listener)
      throws InterruptedException {
    LlamaServerEngine engine =
        new LlamaServerEngine(settings, ServerProgram.version(settings.program()), listener);
    engine.server = engine.start.run();
    return engine;
  }

  @Override
  public Capabilities capabilities() {
    Capabilities capabilities = server.engine().capabilities();
    return new Capabilities(
        model.name(),
        model.fingerprint() + " " + Integer.toHexString(settings.waysOfAnswering().hashCode()),
        capabilities.contextWindow(),
        capabilities.slots(),
        capabilities.constraint(),
        false,
        model.promptProfile(),
        capabilities.prefixCache());
  }

  @Override
  public GenerationResult generate(GenerationRequest request, GenerationListener listenerOfRequest)
      throws InterruptedException {
    RestartableListener pieces = new RestartableListener(listenerOfRequest);
    while (true) {
      RunningServer asked = server;
      try {
        GenerationResult result = asked.engine().generate(request, pieces);
        deaths.set(0);
        return result;
      } catch (InferenceException e) {
        if (closed || !isDying(asked, e)) {
          throw e;
        }
        LOG.warn("llama-server died: {}", e.getMessage());
      }
      restart(asked);
      pieces.onRestart();
    }
  }

  /** Whatever the failure says, a process that has ended is the reason. */
  private static boolean isDying(RunningServer asked, InferenceException failure)
      throws InterruptedException {
    return !asked.process().isAlive()
        || (failure.category() == Category.BACKEND_TRANSIENT && asked.process().endsSoon());
  }

  /** Starts another server in place of a dead one, unless that has happened already. */
  private void restart(RunningServer dead) throws InterruptedException {
    starting.lockInterruptibly();
    try {
      if (server != dead) {
        return;
      }
      ServerDeath death = new ServerDeath(dead.process().exitCode(), dead.process().lastLines());
      if (deaths.incrementAndGet() > MOST_DEATHS) {
        throw death.failure(settings, version);
      }
      listener.onDeath(
          "llama-server died (" + death.how() + ") and is started again; it wrote last:",
          death.lastLines());
      dead.stop();
      RunningServer started = start.run();
      server = started;
      if (closed) {
        started.stop();
        throw new InferenceException(Category.BACKEND_PERMANENT, "The engine was closed");
      }
    } finally {
      starting.unlock();
    }
  }

  @Override
  public int countTokens(String text) {
    return server.engine().countTokens(text);
  }

  @Override
  public List<Choice> choices() {
    return List.of(
        new Choice(
            "llama-server",
            version.isEmpty() ? "unknown version" : version,
            settings.program().toString()),
        new Choice("server log", settings.log().toString(), "the job's folder"));
  }

  @Override
  public Map<String, String> provenance() {
    return Map.of(
        "llama-server",
        version.isEmpty() ? "unknown version" : version,
        "model-file",
        String.valueOf(settings.model().getFileName()));
  }

  @Override
  public void close() {
    closed = true;
    server.stop();
  }
}
