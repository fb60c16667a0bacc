package dev.yiben.inference.libllama;

import com.sun.jna.Callback;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;

/**
 * The functions of llama.cpp that are used, by {@link CamelCaseNames} under Java's names. C's
 * {@code bool} is a byte here, {@code size_t} a long, as on all 64-bit machines.
 *
 * <p>They are bound directly, and so to one library in the life of the process: a call takes 0.2
 * microseconds, through one of JNA's interfaces 2 to 4, and a tokenizer of 150,000 tokens is asked
 * half a million times when a model is opened.
 *
 * @see <a href="https://github.com/ggml-org/llama.cpp/blob/master/include/llama.h">llama.h</a>
 */
final class LlamaApi {
  /** {@code ggml_log_callback}; the text is UTF-8, not always whole lines. */
  interface LogCallback extends Callback {
    void log(int level, Pointer text, Pointer data);
  }

  private LlamaApi() {}

  /**
   * Binds the functions.
   *
   * @throws UnsatisfiedLinkError if the library lacks one
   */
  static LlamaApi of(NativeLibrary library) {
    Native.register(LlamaApi.class, library);
    return new LlamaApi();
  }

  native void llamaLogSet(LogCallback callback, Pointer data);

  native void llamaBackendInit();

  native void llamaNumaInit(int strategy);

  native long llamaMaxDevices();

  native OpaqueParameters llamaModelDefaultParams();

  native OpaqueParameters llamaContextDefaultParams();

  native Pointer llamaModelLoadFromFile(String path, OpaqueParameters parameters);

  native void llamaModelFree(Pointer model);

  native Pointer llamaInitFromModel(Pointer model, OpaqueParameters parameters);

  native void llamaFree(Pointer context);

  native void llamaSetAbortCallback(Pointer context, Pointer callback, Pointer data);

  native void llamaSetNThreads(Pointer context, int single, int batch);

  native void llamaAttachThreadpool(Pointer context, Pointer single, Pointer batch);

  native int llamaNCtx(Pointer context);

  native int llamaNBatch(Pointer context);

  native int llamaNSeqMax(Pointer context);

  native int llamaNThreads(Pointer context);

  native int llamaNThreadsBatch(Pointer context);

  native Pointer llamaModelGetVocab(Pointer model);

  native byte llamaModelIsRecurrent(Pointer model);

  native byte llamaModelIsHybrid(Pointer model);

  native byte llamaModelHasEncoder(Pointer model);

  native int llamaModelNSwa(Pointer model);

  native int llamaVocabNTokens(Pointer vocabulary);

  native byte llamaVocabIsEog(Pointer vocabulary, int token);

  native byte llamaVocabIsControl(Pointer vocabulary, int token);

  native int llamaVocabBos(Pointer vocabulary);

  native int llamaVocabEos(Pointer vocabulary);

  native byte llamaVocabGetAddBos(Pointer vocabulary);

  native String llamaVocabGetText(Pointer vocabulary, int token);

  native int llamaTokenize(
      Pointer vocabulary,
      byte[] text,
      int length,
      int[] tokens,
      int room,
      byte addSpecial,
      byte parseSpecial);

  native int llamaTokenToPiece(
      Pointer vocabulary, int token, byte[] piece, int room, int leftStrip, byte special);

  native int llamaDecode(Pointer context, BatchStructure batch);

  native Pointer llamaGetLogitsIth(Pointer context, int index);

  native Pointer llamaGetMemory(Pointer context);

  native byte llamaMemorySeqRm(Pointer memory, int sequence, int from, int to);

  native void llamaMemorySeqCp(Pointer memory, int source, int target, int from, int to);

  native int llamaMemorySeqPosMin(Pointer memory, int sequence);

  native long llamaStateSeqSaveFile(
      Pointer context, String path, int sequence, int[] tokens, long count);

  native long llamaStateSeqLoadFile(
      Pointer context, String path, int sequence, int[] tokens, long room, long[] count);

  native Pointer llamaAdapterLoraInit(Pointer model, String path);

  native int llamaSetAdaptersLora(Pointer context, Pointer adapters, long count, float[] scales);
}
