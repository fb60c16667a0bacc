package dev.yiben.inference.libllama;

import com.sun.jna.Pointer;
import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/** A model in memory, with its tokenizer. */
public final class NativeModel implements AutoCloseable {
  private static final int USUAL_PIECE = 64;

  private final LlamaApi llama;
  private final Pointer model;
  private final Pointer vocabulary;
  private boolean closed;

  NativeModel(LlamaApi llama, Pointer model) {
    this.llama = llama;
    this.model = model;
    vocabulary = llama.llamaModelGetVocab(model);
  }

  /**
   * Makes a context.
   *
   * @throws InferenceException if llama.cpp refuses it, most often for want of memory (RESOURCE)
   */
  public NativeContext context(ContextParameters parameters) {
    NativeLog.OF_PROCESS.begin();
    Pointer context = llama.llamaInitFromModel(model, parameters.opaque());
    if (context == null) {
      throw new InferenceException(
          Category.RESOURCE,
          "llama.cpp cannot make a context: " + String.join("; ", NativeLog.OF_PROCESS.problems()));
    }
    return new NativeContext(llama, context, llama.llamaVocabNTokens(vocabulary));
  }

  /** Loads an adapter, which is freed with the model. */
  Pointer adapter(Path file) {
    Pointer adapter = llama.llamaAdapterLoraInit(model, file.toString());
    if (adapter == null) {
      throw new InferenceException(
          Category.USER,
          file + ": llama.cpp cannot load the LoRA adapter; it may be of another model");
    }
    return adapter;
  }

  /** Returns how many tokens there are. */
  public int vocabularySize() {
    return llama.llamaVocabNTokens(vocabulary);
  }

  /** Returns whether a token ends the answer. */
  public boolean endsGeneration(int token) {
    return llama.llamaVocabIsEog(vocabulary, token) != 0;
  }

  /** Returns whether a token steers the model and is no text. */
  public boolean isControl(int token) {
    return llama.llamaVocabIsControl(vocabulary, token) != 0;
  }

  /** Returns the bytes of a token; none for a control token. */
  public byte[] piece(int token) {
    byte[] piece = new byte[USUAL_PIECE];
    int length = llama.llamaTokenToPiece(vocabulary, token, piece, piece.length, 0, (byte) 0);
    if (length < 0) {
      piece = new byte[-length];
      length = llama.llamaTokenToPiece(vocabulary, token, piece, piece.length, 0, (byte) 0);
    }
    return Arrays.copyOf(piece, Math.max(0, length));
  }

  /** Returns the text by which a special token is known; empty if there is none of that kind. */
  public String beginningOfSequence() {
    return text(llama.llamaVocabBos(vocabulary));
  }

  /** Returns the text of the token that ends a sequence. */
  public String endOfSequence() {
    return text(llama.llamaVocabEos(vocabulary));
  }

  private String text(int token) {
    return token < 0 ? "" : llama.llamaVocabGetText(vocabulary, token);
  }

  /**
   * Returns the tokens of a text.
   *
   * @param whole whether it is a whole prompt, so that the model's first token is put before it
   * @param control whether control tokens in the text are such
   */
  public int[] tokenize(String text, boolean whole, boolean control) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int[] tokens = new int[bytes.length + 2];
    int count = tokenize(bytes, tokens, whole, control);
    if (count < 0) {
      tokens = new int[-count];
      count = tokenize(bytes, tokens, whole, control);
    }
    return Arrays.copyOf(tokens, count);
  }

  private int tokenize(byte[] text, int[] tokens, boolean whole, boolean control) {
    return llama.llamaTokenize(
        vocabulary,
        text,
        text.length,
        tokens,
        tokens.length,
        (byte) (whole ? 1 : 0),
        (byte) (control ? 1 : 0));
  }

  /** Frees the model; its contexts must be freed before. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      llama.llamaModelFree(model);
    }
  }
}
