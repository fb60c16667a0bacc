package dev.yiben.inference.llamacpp;

import de.kherud.llama.InferenceParameters;
import de.kherud.llama.LlamaModel;
import dev.yiben.inference.Capabilities;
import dev.yiben.inference.Choice;
import dev.yiben.inference.ConstraintSupport;
import dev.yiben.inference.FinishReason;
import dev.yiben.inference.GenerationListener;
import dev.yiben.inference.GenerationRequest;
import dev.yiben.inference.GenerationResult;
import dev.yiben.inference.InferenceEngine;
import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import dev.yiben.inference.TokenUsage;
import dev.yiben.inference.load.ContextSettings;
import dev.yiben.inference.load.LlamaCppSettings;
import dev.yiben.inference.load.LoadPlan;
import dev.yiben.inference.load.LoadPlanner;
import dev.yiben.inference.load.LoraFile;
import dev.yiben.inference.load.MemoryCheck;
import dev.yiben.inference.load.ModelFile;
import dev.yiben.inference.load.Provenance;
import dev.yiben.inference.machine.Machine;
import dev.yiben.inference.template.ControlTokens;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  static final String NAME = "llama.cpp b4916";

  private static final Logger LOG = LoggerFactory.getLogger(LlamaCppEngine.class);
  private static final long SECONDS_TO_CLOSE = 10;
  // Stands for the token that begins every prompt.
  private static final int BEGINNING = -1;
  // llama.cpp says so when a slot's context is full; the answer so far stands.
  private static final String CONTEXT_FULL = "context shift is disabled";

  private final LlamaModel model;
  private final ModelFile file;
  private final LoadPlan plan;
  private final boolean cachePrompts;
  private final Capabilities capabilities;
  private final Map<String, String> provenance;
  private final ControlTokens controlTokens;
  private final ChatTemplate template;
  private final Semaphore freeSlots;
  private final SlotHistory slots;
  private final ExecutorService threads;
  private final Set<Generation> running = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean closed = new AtomicBoolean();
  // Held for reading by every call into native code, for writing by the one that frees it.
  private final ReentrantReadWriteLock inUse = new ReentrantReadWriteLock();

  private LlamaCppEngine(
      LlamaModel model,
      ModelFile file,
      Optional<LoraFile> lora,
      LlamaCppSettings settings,
      LoadPlan plan) {
    this.model = model;
    this.file = file;
    this.plan = plan;
    ContextSettings context = settings.context();
    cachePrompts = context.cachePrompts();
    controlTokens = new ControlTokens(file.header().controlTokens());
    template = new ChatTemplate(model, controlTokens);
    if (template.isReplaced(file.header().string("tokenizer.chat_template").orElse(""))) {
      LOG.warn(
          "{}: the model has no chat template that llama.cpp understands, so ChatML is used; its"
              + " answers may be poor",
          settings.model());
    }
    freeSlots = new Semaphore(context.slots(), true);
    slots = new SlotHistory(context.slots(), ModelLoad.SAME_STREAM, model::decode);
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
            Provenance.fingerprint(NAME, file, lora, context),
            plan.window(),
            context.slots(),
            ConstraintSupport.GRAMMAR,
            false,
            file.header().promptProfile(),
            cachePrompts);
    provenance = Provenance.of(NAME, file, settings);
  }

  /**
   * Loads a model.
   *
   * @throws InferenceException if the file is wrong (USER), memory is short (RESOURCE) or the
   *     native library cannot be had (BACKEND_PERMANENT)
   */
  public static LlamaCppEngine open(LlamaCppSettings settings) {
    ModelFile file = EmbeddedArchitectures.open(settings.model());
    Optional<ModelFile> draft = settings.draft().map(guesser -> DraftFile.open(guesser, settings));
    Optional<LoraFile> lora = settings.lora().map(adapter -> LoraFile.open(adapter, file.header()));
    Machine machine = Machine.current();
    LoadPlan plan = new LoadPlanner(file, draft, settings, machine).plan();
    MemoryCheck.require(settings, plan, machine);
    NativeLibrary.require();
    LlamaModel model =
        new ModelLoad(settings, plan, lora.map(adapter -> ScaledLora.of(adapter).file())).load();
    return new LlamaCppEngine(model, file, lora, settings, plan);
  }

  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  @Override
  public List<Choice> choices() {
    return plan.choices();
  }

  @Override
  public Map<String, String> provenance() {
    return provenance;
  }

  @Override
  public GenerationResult generate(GenerationRequest request, GenerationListener listener)
      throws InterruptedException {
    String prompt = onNative(() -> template.render(request.messages()));
    int[] tokens = onNative(() -> promptTokens(prompt));
    int promptTokens = tokens.length;
    int limit = Math.min(request.maxTokens(), capabilities.room(promptTokens));
    boolean keeping = cachePrompts && !request.stream().isEmpty();
    InferenceParameters parameters =
        onNative(() -> RequestParameters.of(request, prompt, limit, keeping));
    Running started = start(parameters, tokens, keeping);
    try {
      return collect(started, listener, promptTokens, limit);
    } finally {
      started.generation().cancel();
    }
  }

  /** A generation in its slot. */
  private record Running(Generation generation, SlotHistory.Use use) {}

  /** Starts a generation on a thread of its own as soon as a slot is free. */
  private Running start(InferenceParameters parameters, int[] prompt, boolean keeping)
      throws InterruptedException {
    freeSlots.acquire();
    SlotHistory.Use use;
    try {
      use = onNative(() -> slots.begin(prompt, keeping));
    } catch (InferenceException e) {
      freeSlots.release();
      throw e;
    }
    Running started = new Running(new Generation(model, parameters), use);
    running.add(started.generation());
    try {
      threads.execute(() -> run(started));
      return started;
    } catch (RejectedExecutionException e) {
      finished(started);
      throw closedWhile();
    }
  }

  private void run(Running started) {
    inUse.readLock().lock();
    try {
      if (closed.get()) {
        started.generation().cancel();
      }
      started.generation().run();
    } finally {
      inUse.readLock().unlock();
      finished(started);
    }
  }

  private void finished(Running ended) {
    running.remove(ended.generation());
    slots.end(ended.use(), ended.generation().pieces());
    freeSlots.release();
  }

  private GenerationResult collect(
      Running started, GenerationListener listener, int promptTokens, int limit)
      throws InterruptedException {
    StringBuilder text = new StringBuilder();
    int pieces = 0;
    boolean ended = false;
    FinishReason reason = null;
    while (reason == null) {
      Generation.Event event = started.generation().next();
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
        controlTokens.restore(answer),
        reason,
        new TokenUsage(promptTokens, started.use().reused(), tokens, 0));
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

  /** Returns the tokens of a prompt, with the one that llama.cpp puts before it by itself. */
  private int[] promptTokens(String prompt) {
    int[] encoded = model.encode(prompt);
    if (Boolean.FALSE.equals(file.header().metadata().get("tokenizer.ggml.add_bos_token"))) {
      return encoded;
    }
    int[] tokens = new int[encoded.length + 1];
    tokens[0] = BEGINNING;
    System.arraycopy(encoded, 0, tokens, 1, encoded.length);
    return tokens;
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
