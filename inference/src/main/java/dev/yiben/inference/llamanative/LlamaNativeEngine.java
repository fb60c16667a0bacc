package dev.yiben.inference.llamanative;

import dev.yiben.inference.Capabilities;
import dev.yiben.inference.ChatMessage;
import dev.yiben.inference.Choice;
import dev.yiben.inference.ConstraintSupport;
import dev.yiben.inference.GenerationListener;
import dev.yiben.inference.GenerationRequest;
import dev.yiben.inference.GenerationResult;
import dev.yiben.inference.InferenceEngine;
import dev.yiben.inference.InferenceException;
import dev.yiben.inference.decoding.GrammarCache;
import dev.yiben.inference.decoding.GrammarState;
import dev.yiben.inference.decoding.TokenChooser;
import dev.yiben.inference.decoding.TokenTable;
import dev.yiben.inference.libllama.LlamaLibrary;
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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a GGUF model inside the process, on llama.cpp's own shared libraries. */
public final class LlamaNativeEngine implements InferenceEngine {
  private static final Logger LOG = LoggerFactory.getLogger(LlamaNativeEngine.class);
  private static final String NEXT = "1";

  private final LlamaLibrary library;
  private final EngineThread thread;
  private final LoadedModel model;
  private final DecodingLoop loop;
  private final Consumer<InferenceException> givingUp;
  private final LoadPlan plan;
  private final boolean cachePrompts;
  private final Capabilities capabilities;
  private final Map<String, String> provenance;
  private final ControlTokens controlTokens;
  private final ChatTemplate template;
  private final GrammarCache grammars;

  private LlamaNativeEngine(
      LlamaLibrary library,
      EngineThread thread,
      TokenTable tokens,
      ModelFile file,
      String fingerprint,
      LlamaCppSettings settings,
      LoadPlan plan) {
    this.library = library;
    this.thread = thread;
    model = thread.started().model();
    loop = thread.started().loop();
    givingUp = loop::giveUp;
    library.onGivingUp(givingUp);
    this.plan = plan;
    cachePrompts = settings.context().cachePrompts();
    controlTokens = new ControlTokens(file.header().controlTokens());
    template =
        ChatTemplate.orChatMl(
            file.header().string("tokenizer.chat_template").orElse(""),
            model.use(
                m ->
                    new SpecialTokens(
                        m.beginningOfSequence(), m.endOfSequence(), m.addsBeginning())),
            controlTokens,
            reason ->
                LOG.warn(
                    "{}: {}; ChatML is used, and the answers may be poor",
                    settings.model(),
                    reason));
    capabilities =
        new Capabilities(
            file.header().displayName(),
            fingerprint,
            plan.window(),
            settings.context().slots(),
            ConstraintSupport.GRAMMAR,
            false,
            file.header().promptProfile(),
            cachePrompts,
            true);
    provenance = Provenance.of(name(library), file, settings);
    grammars = new GrammarCache(tokens);
  }

  /**
   * Loads a model; nothing of what it computes is saved.
   *
   * @throws InferenceException if the file is wrong (USER), memory is short (RESOURCE) or the
   *     libraries cannot be used (BACKEND_PERMANENT)
   */
  public static LlamaNativeEngine open(RuntimeLibraries libraries, LlamaCppSettings settings) {
    return open(libraries, settings, Optional.empty());
  }

  /**
   * Loads a model.
   *
   * @param contexts folder for what is computed for streams, so that a later run goes on from
   *     there; empty if it is not saved
   * @throws InferenceException if the file is wrong (USER), memory is short (RESOURCE) or the
   *     libraries cannot be used (BACKEND_PERMANENT)
   */
  public static LlamaNativeEngine open(
      RuntimeLibraries libraries, LlamaCppSettings settings, Optional<Path> contexts) {
    ModelFile file = ModelFile.open(settings.model());
    Machine machine = Machine.current();
    LlamaLibrary library = LlamaLibrary.load(libraries);
    NativeParameters parameters = new NativeParameters(library, settings);
    LoadPlan plan =
        new LoadPlanner(file, Optional.empty(), settings, machine, parameters.gpuMemory(), true)
            .plan();
    MemoryCheck.require(settings, plan, machine);
    Optional<LoraFile> lora = settings.lora().map(adapter -> LoraFile.open(adapter, file.header()));
    String fingerprint = Provenance.fingerprint(name(library), file, lora, settings.context());
    EngineThread thread =
        EngineThread.start(
            () -> LoadedModel.load(library, settings, parameters, plan, machine.processors()),
            (loaded, tokens) -> loop(loaded, tokens, settings, plan, contexts, fingerprint));
    try {
      return new LlamaNativeEngine(
          library, thread, thread.started().tokens(), file, fingerprint, settings, plan);
    } catch (RuntimeException e) {
      thread.end();
      throw e;
    }
  }

  private static String name(LlamaLibrary library) {
    return "llama.cpp " + library.version();
  }

  private static DecodingLoop loop(
      LoadedModel loaded,
      TokenTable tokens,
      LlamaCppSettings settings,
      LoadPlan plan,
      Optional<Path> contexts,
      String fingerprint) {
    NativeModel model = loaded.model();
    int slots = settings.context().slots();
    Computing computing = loaded.computing();
    Optional<SavedContexts> saved =
        contexts.map(
            folder ->
                new SavedContexts(
                    folder,
                    fingerprint + "\n" + plan.flashAttention(),
                    computing,
                    SavedContexts.Limits.USUAL,
                    System::nanoTime));
    return new DecodingLoop(
        computing,
        tokens,
        new ForcedTokenizer(tokens, text -> model.tokenize(text, false, false)),
        new Sequences(computing, slots, (long) plan.window() * slots, loaded.forgets(), saved),
        Math.max(plan.microBatch(), slots));
  }

  /** Returns what the tokens of a model stand for. */
  static TokenTable tokens(NativeModel model) {
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
    int[] prompt = tokenize(template.render(request.messages()));
    int room = capabilities.room(prompt.length);
    Optional<GrammarState> grammar =
        request.constraint().map(constraint -> grammars.of(constraint).start());
    Answer answer =
        new Answer(
            prompt,
            Math.min(request.maxTokens(), room),
            cachePrompts ? request.stream() : "",
            lasting(request, prompt),
            new TokenChooser(request.sampling()),
            request.probabilities(),
            grammar);
    loop.add(answer);
    try {
      return new AnswerReader(answer, request, listener, controlTokens).read();
    } finally {
      answer.cancel();
    }
  }

  /**
   * Returns how many tokens of a prompt are those of the next one of its stream as well, for models
   * that forget: a copy is kept of these.
   */
  private int lasting(GenerationRequest request, int[] prompt) {
    if (!model.forgets() || request.stream().isEmpty() || !cachePrompts) {
      return 0;
    }
    List<ChatMessage> next = new ArrayList<>(request.messages());
    next.add(ChatMessage.assistant(NEXT));
    next.add(ChatMessage.user(NEXT));
    int[] prompted = tokenize(template.render(next));
    int mismatch = Arrays.mismatch(prompt, prompted);
    return mismatch < 0 ? prompt.length : mismatch;
  }

  private int[] tokenize(String prompt) {
    return model.use(m -> m.tokenize(prompt, true, true));
  }

  @Override
  public int countTokens(String text) {
    return model.use(m -> m.tokenize(controlTokens.disarm(text), false, true)).length;
  }

  @Override
  public void close() {
    thread.end();
    library.forget(givingUp);
  }
}
