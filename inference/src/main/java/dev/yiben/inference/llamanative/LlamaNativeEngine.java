package dev.yiben.inference.llamanative;

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
import dev.yiben.inference.decoding.GrammarCache;
import dev.yiben.inference.decoding.GrammarState;
import dev.yiben.inference.decoding.TokenChooser;
import dev.yiben.inference.decoding.TokenTable;
import dev.yiben.inference.libllama.ContextParameters;
import dev.yiben.inference.libllama.LlamaLibrary;
import dev.yiben.inference.libllama.ModelParameters;
import dev.yiben.inference.libllama.NativeContext;
import dev.yiben.inference.libllama.NativeModel;
import dev.yiben.inference.load.LlamaCppSettings;
import dev.yiben.inference.load.LoadPlan;
import dev.yiben.inference.load.LoadPlanner;
import dev.yiben.inference.load.LoraFile;
import dev.yiben.inference.load.MemoryCheck;
import dev.yiben.inference.load.ModelFile;
import dev.yiben.inference.load.Provenance;
import dev.yiben.inference.machine.Machine;
import dev.yiben.inference.runtime.RuntimeLibraries;
import dev.yiben.inference.template.ChatTemplate;
import dev.yiben.inference.template.ControlTokens;
import dev.yiben.inference.template.SpecialTokens;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** Runs a GGUF model inside the process, on llama.cpp's own shared libraries. */
public final class LlamaNativeEngine implements InferenceEngine {
  private static final long MILLISECONDS_TO_CLOSE = 10_000;

  private final NativeModel model;
  private final NativeContext context;
  private final Workers workers;
  private final LoadPlan plan;
  private final boolean cachePrompts;
  private final Capabilities capabilities;
  private final Map<String, String> provenance;
  private final ControlTokens controlTokens;
  private final ChatTemplate template;
  private final GrammarCache grammars;
  private final DecodingLoop loop;
  private final Thread thread;
  // Held for reading by every call into native code, for writing by the one that frees it.
  private final ReentrantReadWriteLock inUse = new ReentrantReadWriteLock();
  private boolean closed;

  private LlamaNativeEngine(
      LlamaLibrary library,
      NativeModel model,
      NativeContext context,
      Workers workers,
      ModelFile file,
      LlamaCppSettings settings,
      LoadPlan plan) {
    this.model = model;
    this.context = context;
    this.workers = workers;
    this.plan = plan;
    cachePrompts = settings.context().cachePrompts();
    controlTokens = new ControlTokens(file.header().controlTokens());
    template =
        ChatTemplate.of(
            file.header().string("tokenizer.chat_template").orElse(""),
            new SpecialTokens(model.beginningOfSequence(), model.endOfSequence(), true),
            controlTokens);
    String name = "llama.cpp " + library.version();
    Optional<LoraFile> lora = settings.lora().map(adapter -> LoraFile.open(adapter, file.header()));
    capabilities =
        new Capabilities(
            file.header().displayName(),
            Provenance.fingerprint(name, file, lora, settings.context()),
            plan.window(),
            settings.context().slots(),
            ConstraintSupport.GRAMMAR,
            false,
            file.header().promptProfile(),
            cachePrompts);
    provenance = Provenance.of(name, file, settings);
    TokenTable tokens = tokens(model);
    grammars = new GrammarCache(tokens);
    loop =
        new DecodingLoop(
            model, context, workers, tokens, settings.context().slots(), plan.microBatch());
    thread = new Thread(loop, "llama-native");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Loads a model.
   *
   * @throws InferenceException if the file is wrong (USER), memory is short (RESOURCE) or the
   *     libraries cannot be used (BACKEND_PERMANENT)
   */
  public static LlamaNativeEngine open(RuntimeLibraries libraries, LlamaCppSettings settings) {
    ModelFile file = ModelFile.open(settings.model());
    Machine machine = Machine.current();
    LoadPlan plan = new LoadPlanner(file, Optional.empty(), settings, machine).plan();
    MemoryCheck.require(settings, plan, machine);
    LlamaLibrary library = LlamaLibrary.load(libraries);
    NativeModel model = library.loadModel(settings.model(), modelParameters(library, settings));
    try {
      NativeContext context = model.context(contextParameters(library, settings, plan));
      settings.lora().ifPresent(l -> context.use(model, l.file(), (float) l.scale()));
      Workers workers =
          Workers.start(
              library, context, plan, machine.processors(), settings.compute().threads() > 0);
      return new LlamaNativeEngine(library, model, context, workers, file, settings, plan);
    } catch (RuntimeException e) {
      model.close();
      throw e;
    }
  }

  private static ModelParameters modelParameters(LlamaLibrary library, LlamaCppSettings settings) {
    return library
        .modelParameters()
        .gpuLayers(settings.gpu().layers())
        .memory(settings.memory().map(), settings.memory().lock());
  }

  private static ContextParameters contextParameters(
      LlamaLibrary library, LlamaCppSettings settings, LoadPlan plan) {
    int slots = settings.context().slots();
    return library
        .contextParameters()
        .size(Math.multiplyExact(plan.window(), slots), slots)
        .batch(Math.max(plan.batch(), slots), plan.microBatch())
        .threads(plan.threads(), plan.batchThreads())
        .flashAttention(plan.flashAttention());
  }

  private static TokenTable tokens(NativeModel model) {
    int size = model.vocabularySize();
    List<byte[]> pieces = new ArrayList<>(size);
    BitSet ends = new BitSet(size);
    BitSet never = new BitSet(size);
    for (int token = 0; token < size; token++) {
      pieces.add(model.piece(token));
      ends.set(token, model.endsGeneration(token));
      never.set(token, model.isControl(token));
    }
    return new TokenTable(pieces, ends, never);
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
    String prompt = template.render(request.messages());
    int[] tokens = onNative(() -> model.tokenize(prompt, true, true));
    int room = capabilities.contextWindow() - tokens.length;
    if (room < 1) {
      throw new InferenceException(
          Category.USER,
          "The prompt takes "
              + tokens.length
              + " tokens and the context window has "
              + capabilities.contextWindow()
              + ": take a larger context window or smaller batches");
    }
    Optional<GrammarState> grammar =
        request.constraint().map(constraint -> grammars.of(constraint).start());
    Answer answer =
        new Answer(
            tokens,
            Math.min(request.maxTokens(), room),
            cachePrompts ? request.stream() : "",
            new TokenChooser(request.sampling()),
            grammar);
    loop.add(answer);
    try {
      return collect(answer, listener);
    } finally {
      answer.cancel();
    }
  }

  private GenerationResult collect(Answer answer, GenerationListener listener)
      throws InterruptedException {
    StringBuilder text = new StringBuilder();
    Optional<FinishReason> reason = Optional.empty();
    while (reason.isEmpty()) {
      Answer.News news = answer.next();
      if (news.failure().isPresent()) {
        throw news.failure().get();
      }
      reason = news.end();
      if (!news.text().isEmpty()) {
        text.append(news.text());
        if (!listener.onText(news.text())) {
          reason = Optional.of(FinishReason.STOPPED_BY_LISTENER);
        }
      }
    }
    String whole = text.toString();
    int generated = answer.generated.size();
    return new GenerationResult(
        controlTokens.restore(whole),
        reason.get(),
        new TokenUsage(answer.prompt.length, answer.reused, generated, 0));
  }

  @Override
  public int countTokens(String text) {
    return onNative(() -> model.tokenize(controlTokens.disarm(text), false, true).length);
  }

  /** Calls native code that the model must outlive. */
  private <T> T onNative(Supplier<T> call) {
    inUse.readLock().lock();
    try {
      if (closed) {
        throw DecodingLoop.closed();
      }
      return call.get();
    } finally {
      inUse.readLock().unlock();
    }
  }

  @Override
  public void close() {
    loop.stop();
    boolean interrupted = false;
    try {
      thread.join(MILLISECONDS_TO_CLOSE);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    inUse.writeLock().lock();
    try {
      if (!closed && !thread.isAlive()) {
        closed = true;
        context.close();
        workers.close();
        model.close();
      }
    } finally {
      inUse.writeLock().unlock();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
