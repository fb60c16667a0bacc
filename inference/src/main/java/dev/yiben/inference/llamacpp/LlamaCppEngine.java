package dev.yiben.inference.llamacpp;

import de.kherud.llama.InferenceParameters;
import de.kherud.llama.LlamaModel;
import de.kherud.llama.args.Sampler;
import dev.yiben.inference.Capabilities;
import dev.yiben.inference.ConstraintSupport;
import dev.yiben.inference.FinishReason;
import dev.yiben.inference.GenerationListener;
import dev.yiben.inference.GenerationRequest;
import dev.yiben.inference.GenerationResult;
import dev.yiben.inference.InferenceEngine;
import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import dev.yiben.inference.OutputConstraint;
import dev.yiben.inference.TokenUsage;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a GGUF model inside the process.
 *
 * <p>The binding keeps a native thread that the virtual machine waits for, and gives the memory of
 * a closed model back only with the end of the process: open one engine per process and leave with
 * {@link System#exit}.
 */
public final class LlamaCppEngine implements InferenceEngine {
  private static final Logger LOG = LoggerFactory.getLogger(LlamaCppEngine.class);
  private static final long SECONDS_TO_CLOSE = 10;
  // llama.cpp says so when a slot's context is full; the answer so far stands.
  private static final String CONTEXT_FULL = "context shift is disabled";

  private final LlamaModel model;
  private final ModelFile file;
  private final LlamaCppSettings settings;
  private final Capabilities capabilities;
  private final ControlTokens controlTokens;
  private final ChatTemplate template;
  private final Semaphore freeSlots;
  private final ExecutorService threads;
  private final Set<Generation> running = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean closed = new AtomicBoolean();
  // Held for reading by every call into native code, for writing by the one that frees it.
  private final ReentrantReadWriteLock inUse = new ReentrantReadWriteLock();

  private LlamaCppEngine(LlamaModel model, ModelFile file, LlamaCppSettings settings, int window) {
    this.model = model;
    this.file = file;
    this.settings = settings;
    controlTokens = new ControlTokens(file.header().controlTokens());
    template = new ChatTemplate(model, controlTokens);
    if (template.isReplaced(file.header().string("tokenizer.chat_template").orElse(""))) {
      LOG.warn(
          "{}: the model has no chat template that llama.cpp understands, so ChatML is used; its"
              + " answers may be poor",
          settings.model());
    }
    freeSlots = new Semaphore(settings.slots(), true);
    AtomicInteger number = new AtomicInteger();
    threads =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "llama-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    capabilities =
        new Capabilities(
            file.header().displayName(),
            file.fingerprint(),
            window,
            settings.slots(),
            ConstraintSupport.GRAMMAR,
            false,
            file.header().promptProfile(),
            settings.cachePrompts());
  }

  /**
   * Loads a model.
   *
   * @throws InferenceException if the file is wrong (USER), memory is short (RESOURCE) or the
   *     native library cannot be had (BACKEND_PERMANENT)
   */
  public static LlamaCppEngine open(LlamaCppSettings settings) {
    ModelFile file = ModelFile.open(settings.model());
    int window = ModelLoad.window(file, settings);
    NativeLibrary.require();
    LlamaModel model = ModelLoad.load(file, settings, window);
    return new LlamaCppEngine(model, file, settings, window);
  }

  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  @Override
  public GenerationResult generate(GenerationRequest request, GenerationListener listener)
      throws InterruptedException {
    String prompt = onNative(() -> template.render(request.messages()));
    int promptTokens = onNative(() -> model.encode(prompt).length) + beginningTokens();
    int room = capabilities.contextWindow() - promptTokens;
    if (room < 1) {
      throw new InferenceException(
          Category.USER,
          "The prompt takes "
              + promptTokens
              + " tokens and the context window has "
              + capabilities.contextWindow()
              + ": take a larger context window or smaller batches");
    }
    int limit = Math.min(request.maxTokens(), room);
    Generation generation = start(parameters(request, prompt, limit));
    try {
      return collect(generation, listener, promptTokens, limit);
    } finally {
      generation.cancel();
    }
  }

  private InferenceParameters parameters(GenerationRequest request, String prompt, int limit) {
    InferenceParameters parameters =
        new InferenceParameters(prompt)
            .setNPredict(limit)
            .setCachePrompt(settings.cachePrompts())
            .setTemperature((float) request.sampling().temperature());
    if (request.sampling().temperature() == 0) {
      parameters.setTopK(1).setSamplers(Sampler.TOP_K, Sampler.TEMPERATURE);
    } else {
      parameters.setSeed(request.sampling().seed());
    }
    if (request.constraint().isPresent()
        && request.constraint().get() instanceof OutputConstraint.Grammar grammar) {
      parameters.setGrammar(grammar.gbnf());
    }
    return parameters;
  }

  /** Starts a generation on a thread of its own as soon as a slot is free. */
  private Generation start(InferenceParameters parameters) throws InterruptedException {
    freeSlots.acquire();
    Generation generation = new Generation(model, parameters);
    running.add(generation);
    try {
      threads.execute(() -> run(generation));
      return generation;
    } catch (RejectedExecutionException e) {
      finished(generation);
      throw closedWhile();
    }
  }

  private void run(Generation generation) {
    inUse.readLock().lock();
    try {
      if (closed.get()) {
        generation.cancel();
      }
      generation.run();
    } finally {
      inUse.readLock().unlock();
      finished(generation);
    }
  }

  private void finished(Generation generation) {
    running.remove(generation);
    freeSlots.release();
  }

  private GenerationResult collect(
      Generation generation, GenerationListener listener, int promptTokens, int limit)
      throws InterruptedException {
    StringBuilder text = new StringBuilder();
    int pieces = 0;
    boolean ended = false;
    FinishReason reason = null;
    while (reason == null) {
      Generation.Event event = generation.next();
      if (event.last()) {
        event.failure().ifPresent(LlamaCppEngine::rethrowUnlessFull);
        if (closed.get()) {
          throw closedWhile();
        }
        reason = ended ? FinishReason.STOP : FinishReason.LENGTH;
      } else {
        pieces++;
        ended = controlTokens.contains(event.text());
        if (!ended) {
          text.append(event.text());
          if (!listener.onText(event.text())) {
            reason = FinishReason.STOPPED_BY_LISTENER;
          }
        }
      }
    }
    String raw = text.toString();
    String answer = controlTokens.withoutEnd(raw);
    if (reason == FinishReason.LENGTH && answer.length() < raw.length()) {
      // The end came in one piece with the rest of a broken character.
      reason = FinishReason.STOP;
    }
    int tokens = Math.min(limit, Math.max(pieces, countTokens(answer)));
    return new GenerationResult(
        controlTokens.restore(answer), reason, TokenUsage.of(promptTokens, tokens));
  }

  private static void rethrowUnlessFull(Throwable failure) {
    if (!String.valueOf(failure.getMessage()).contains(CONTEXT_FULL)) {
      throw new InferenceException(
          Category.BACKEND_TRANSIENT,
          "The embedded llama.cpp failed while generating: " + failure.getMessage(),
          failure);
    }
  }

  @Override
  public int countTokens(String text) {
    return onNative(() -> model.encode(controlTokens.disarm(text)).length);
  }

  /** Returns the tokens that llama.cpp puts before a prompt by itself. */
  private int beginningTokens() {
    return Boolean.FALSE.equals(file.header().metadata().get("tokenizer.ggml.add_bos_token"))
        ? 0
        : 1;
  }

  /** Calls native code that the model must outlive. */
  private <T> T onNative(Supplier<T> call) {
    inUse.readLock().lock();
    try {
      if (closed.get()) {
        throw closedWhile();
      }
      return call.get();
    } catch (InferenceException e) {
      throw e;
    } catch (RuntimeException e) {
      // The binding's own exception class is not public.
      throw new InferenceException(
          Category.BACKEND_PERMANENT, "The embedded llama.cpp failed: " + e.getMessage(), e);
    } finally {
      inUse.readLock().unlock();
    }
  }

  private static InferenceException closedWhile() {
    return new InferenceException(Category.BACKEND_PERMANENT, "The engine was closed");
  }

  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    running.forEach(Generation::cancel);
    threads.shutdown();
    boolean idle = false;
    boolean interrupted = false;
    try {
      idle = inUse.writeLock().tryLock(SECONDS_TO_CLOSE, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (idle) {
      try {
        model.close();
      } finally {
        inUse.writeLock().unlock();
      }
    } else {
      LOG.debug("A long prompt is still being read; the model goes with the process");
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
