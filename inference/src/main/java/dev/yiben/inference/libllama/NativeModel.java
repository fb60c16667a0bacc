package dev.yiben.inference.libllama;

import com.sun.jna.Pointer;
import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A model in memory, with its tokenizer. */
public final class NativeModel implements AutoCloseable {
  private static final int USUAL_PIECE = 64;

  // So many characters never take more of a stack than any thread has left.
  private static final int SHORT_TEXT = 100;

  private final NativeRoom room;
  private final Path file;
  private final LlamaApi llama;
  private final Pointer model;
  private final Pointer vocabulary;
  private final List<String> warnings;
  private boolean closed;

  NativeModel(NativeRoom room, Path file, Pointer model, List<String> warnings) {
    this.room = room;
    this.file = file;
    this.model = model;
    this.warnings = List.copyOf(warnings);
    llama = room.llama();
    vocabulary = llama.llamaModelGetVocab(model);
  }

  /** Returns what llama.cpp found odd in the model's file, in its words. */
  public List<String> warnings() {
    return warnings;
  }

  /**
   * Makes a context.
   *
   * @throws InferenceException if llama.cpp refuses it, most often for want of memory (RESOURCE)
   */
  public NativeContext context(ContextParameters parameters) {
    return room.calls().call(() -> contextOf(parameters));
  }

  private NativeContext contextOf(ContextParameters parameters) {
    room.log().begin();
    Pointer context = llama.llamaInitFromModel(model(), parameters.opaque());
    if (context == null) {
      throw LoadFailure.ofContext(file, room.log().problems());
    }
    NativeContext made = new NativeContext(room, context, llama.llamaVocabNTokens(vocabulary));
    try {
      parameters.require(llama, context);
      return made;
    } catch (InferenceException e) {
      made.close();
      throw e;
    }
  }

  /** Loads an adapter, which is freed with the model. */
  Pointer adapter(Path weights) {
    room.log().begin();
    Pointer adapter = llama.llamaAdapterLoraInit(model(), weights.toString());
    if (adapter == null) {
      throw new InferenceException(
          Category.USER,
          weights
              + ": llama.cpp cannot load the LoRA adapter; it may be of another model"
              + LoadFailure.words(room.log().problems()));
    }
    return adapter;
  }

  /** Returns how many tokens there are. */
  public int vocabularySize() {
    return llama.llamaVocabNTokens(vocabulary());
  }

  /** Returns whether a token ends the answer. */
  public boolean endsGeneration(int token) {
    return llama.llamaVocabIsEog(vocabulary(), token) != 0;
  }

  /** Returns whether a token steers the model and is no text. */
  public boolean isControl(int token) {
    return llama.llamaVocabIsControl(vocabulary(), token) != 0;
  }

  /** Returns the bytes of a token; none for a control token. */
  public byte[] piece(int token) {
    byte[] piece = new byte[USUAL_PIECE];
    int length = piece(token, piece);
    if (length < 0) {
      piece = new byte[-length];
      length = piece(token, piece);
    }
    return Arrays.copyOf(piece, Math.max(0, length));
  }

  private int piece(int token, byte[] piece) {
    return llama.llamaTokenToPiece(vocabulary(), token, piece, piece.length, 0, (byte) 0);
  }

  /** Returns the text of the token that begins a sequence; empty if there is none. */
  public String beginningOfSequence() {
    return text(llama.llamaVocabBos(vocabulary()));
  }

  /** Returns whether the tokenizer puts that token before every text. */
  public boolean addsBeginning() {
    return llama.llamaVocabGetAddBos(vocabulary()) != 0;
  }

  /** Returns the text of the token that ends a sequence; empty if there is none. */
  public String endOfSequence() {
    return text(llama.llamaVocabEos(vocabulary()));
  }

  private String text(int token) {
    return token < 0 ? "" : llama.llamaVocabGetText(vocabulary(), token);
  }

  /** Returns whether it keeps a state for a sequence that cannot be cut, instead of or beside. */
  public boolean isRecurrent() {
    return llama.llamaModelIsRecurrent(model()) != 0 || llama.llamaModelIsHybrid(model()) != 0;
  }

  /** Returns over how many tokens some layers look back at most; 0 if all look at everything. */
  public int slidingWindow() {
    return llama.llamaModelNSwa(model());
  }

  /** Returns whether it reads with a part of its own, which is not supported. */
  public boolean hasEncoder() {
    return llama.llamaModelHasEncoder(model()) != 0;
  }

  /**
   * Returns the tokens of a text.
   *
   * @param whole whether it is a whole prompt, so that the model's first token is put before it
   * @param control whether control tokens in the text are such
   * @throws InferenceException if it goes on for 150,000 characters without a space (USER)
   */
  public int[] tokenize(String text, boolean whole, boolean control) {
    if (text.length() <= SHORT_TEXT) {
      return tokens(text, whole, control);
    }
    LongRuns.refuse(text);
    return room.calls().call(() -> tokens(text, whole, control));
  }

  private int[] tokens(String text, boolean whole, boolean control) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int[] tokens = new int[bytes.length + 2];
    int count = tokenize(bytes, tokens, whole, control);
    if (count < 0 && count > Integer.MIN_VALUE) {
      tokens = new int[-count];
      count = tokenize(bytes, tokens, whole, control);
    }
    if (count < 0) {
      throw new InferenceException(
          Category.USER, "A text of " + bytes.length + " bytes cannot be cut into tokens");
    }
    return Arrays.copyOf(tokens, count);
  }

  private int tokenize(byte[] text, int[] tokens, boolean whole, boolean control) {
    return llama.llamaTokenize(
        vocabulary(),
        text,
        text.length,
        tokens,
        tokens.length,
        (byte) (whole ? 1 : 0),
        (byte) (control ? 1 : 0));
  }

  private Pointer model() {
    requireOpen();
    return model;
  }

  private Pointer vocabulary() {
    requireOpen();
    return vocabulary;
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("The model was freed");
    }
    room.givenUp().require();
  }

  /** Frees the model; its contexts must be freed before. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      if (!room.givenUp().isSo()) {
        llama.llamaModelFree(model);
      }
    }
  }
}
