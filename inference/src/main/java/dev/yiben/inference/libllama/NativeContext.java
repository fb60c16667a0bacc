package dev.yiben.inference.libllama;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;

/** What a model has computed for its sequences, and what it computes next. */
public final class NativeContext implements AutoCloseable {
  private static final int NO_ROOM = 1;
  private static final int ABORTED = 2;

  private final NativeRoom room;
  private final LlamaApi llama;
  private final Pointer context;
  private final Pointer memory;
  private final int vocabularySize;
  private final int mostTokens;
  private final AbortFlag abort;
  private boolean closed;

  NativeContext(NativeRoom room, Pointer context, int vocabularySize) {
    this.room = room;
    this.context = context;
    this.vocabularySize = vocabularySize;
    llama = room.llama();
    memory = llama.llamaGetMemory(context);
    mostTokens = llama.llamaNBatch(context);
    abort = new AbortFlag();
    llama.llamaSetAbortCallback(context, abort.function(), abort.data());
  }

  /** Applies an adapter at a scale; it is freed with the model. */
  public void use(NativeModel model, Path adapter, float scale) {
    int result =
        room.calls()
            .call(
                () -> {
                  try (Memory adapters = new Memory(Native.POINTER_SIZE)) {
                    adapters.setPointer(0, model.adapter(adapter));
                    return llama.llamaSetAdaptersLora(context(), adapters, 1, new float[] {scale});
                  }
                });
    if (result != 0) {
      throw new InferenceException(
          Category.USER, adapter + ": llama.cpp cannot apply the LoRA adapter");
    }
  }

  /** Returns how many sequences it has. */
  public int sequences() {
    return llama.llamaNSeqMax(context);
  }

  /** Has it compute on threads of a pool, which must outlive it. */
  public void use(ThreadPool pool) {
    llama.llamaAttachThreadpool(context(), pool.pointer(), pool.pointer());
  }

  /** Sets the threads for single tokens and for prompts from the next batch on. */
  public void threads(int single, int batch) {
    llama.llamaSetNThreads(context(), single, batch);
  }

  /**
   * Computes tokens, each after what its sequence holds.
   *
   * @throws InferenceException if llama.cpp fails (BACKEND_TRANSIENT); the sequences of the batch
   *     must then be removed
   */
  public void decode(TokenBatch batch) {
    if (batch.size() > mostTokens) {
      throw new IllegalStateException(
          "A batch of " + batch.size() + " tokens where " + mostTokens + " are the most");
    }
    int result = llama.llamaDecode(context(), batch.structure());
    if (result != 0) {
      throw new InferenceException(
          Category.BACKEND_TRANSIENT,
          switch (result) {
            case NO_ROOM -> "The context of llama.cpp is full";
            case ABORTED -> "llama.cpp was stopped while computing";
            default -> "llama.cpp failed while computing (" + result + ")";
          });
    }
  }

  /**
   * Has a running {@link #decode} end soon, and all later ones fail, where the processor computes;
   * for any thread, before the context is closed.
   */
  public void abort() {
    abort.set();
  }

  /**
   * Returns the logits of a token of the last batch, for all tokens of the vocabulary; good until
   * the next batch.
   *
   * @param index which token of the batch
   */
  public FloatBuffer logits(int index) {
    Pointer logits = llama.llamaGetLogitsIth(context(), index);
    if (logits == null) {
      throw new InferenceException(
          Category.BACKEND_TRANSIENT, "llama.cpp has no logits of token " + index);
    }
    return logits.getByteBuffer(0, (long) Float.BYTES * vocabularySize).asFloatBuffer();
  }

  /** Forgets a sequence from a position on; false if it can only be forgotten whole. */
  public boolean remove(int sequence, int from) {
    return llama.llamaMemorySeqRm(memory(), sequence, from, -1) != 0;
  }

  /** Has a sequence begin with what another one begins with; nothing is computed or copied. */
  public void share(int source, int target, int until) {
    llama.llamaMemorySeqCp(memory(), source, target, 0, until);
  }

  /** Returns the first position that a sequence still holds; -1 for none. */
  public int firstPosition(int sequence) {
    return llama.llamaMemorySeqPosMin(memory(), sequence);
  }

  /** Writes what has been computed for a sequence; false if it could not. */
  public boolean save(int sequence, int[] tokens, Path file) {
    return llama.llamaStateSeqSaveFile(context(), file.toString(), sequence, tokens, tokens.length)
        > 0;
  }

  /**
   * Reads what has been computed for a sequence and returns its tokens; none if it could not.
   *
   * <p>llama.cpp believes what is in the file: it must be as {@link #save} wrote it.
   */
  public int[] restore(int sequence, Path file, int mostTokens) {
    int[] tokens = new int[mostTokens];
    long[] count = new long[1];
    long read =
        llama.llamaStateSeqLoadFile(
            context(), file.toString(), sequence, tokens, tokens.length, count);
    return read > 0 ? Arrays.copyOf(tokens, Math.toIntExact(count[0])) : new int[0];
  }

  private Pointer context() {
    requireOpen();
    return context;
  }

  private Pointer memory() {
    requireOpen();
    return memory;
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("The context was freed");
    }
    room.givenUp().require();
  }

  /** Frees the context. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      if (!room.givenUp().isSo()) {
        llama.llamaFree(context);
        abort.close();
      }
    }
  }
}
