package dev.yiben.inference.libllama;

import com.sun.jna.Callback;
import com.sun.jna.Library;
import com.sun.jna.Pointer;

/**
 * The functions of llama.cpp that are used, by {@link CamelCaseNames} under Java's names. C's
 * {@code bool} is a byte here, {@code size_t} a long, as on all 64-bit machines.
 *
 * @see <a href="https://github.com/ggml-org/llama.cpp/blob/master/include/llama.h">llama.h</a>
 */
interface LlamaApi extends Library {
  /** {@code ggml_log_callback}; the text is UTF-8, not always whole lines. */
  interface LogCallback extends Callback {
    void log(int level, Pointer text, Pointer data);
  }

  String llamaVersion();

  void llamaLogSet(LogCallback callback, Pointer data);

  void llamaBackendInit();

  void llamaNumaInit(int strategy);

  byte llamaSupportsGpuOffload();

  long llamaMaxDevices();

  OpaqueParameters llamaModelDefaultParams();

  OpaqueParameters llamaContextDefaultParams();

  Pointer llamaModelLoadFromFile(String path, OpaqueParameters parameters);

  void llamaModelFree(Pointer model);

  Pointer llamaInitFromModel(Pointer model, OpaqueParameters parameters);

  void llamaFree(Pointer context);

  void llamaSetNThreads(Pointer context, int single, int batch);

  void llamaAttachThreadpool(Pointer context, Pointer single, Pointer batch);

  int llamaNCtx(Pointer context);

  int llamaNSeqMax(Pointer context);

  Pointer llamaModelGetVocab(Pointer model);

  byte llamaModelIsRecurrent(Pointer model);

  byte llamaModelIsHybrid(Pointer model);

  byte llamaModelHasEncoder(Pointer model);

  int llamaModelNSwa(Pointer model);

  int llamaVocabNTokens(Pointer vocabulary);

  byte llamaVocabIsEog(Pointer vocabulary, int token);

  byte llamaVocabIsControl(Pointer vocabulary, int token);

  int llamaVocabGetAttr(Pointer vocabulary, int token);

  int llamaVocabBos(Pointer vocabulary);

  int llamaVocabEos(Pointer vocabulary);

  byte llamaVocabGetAddBos(Pointer vocabulary);

  String llamaVocabGetText(Pointer vocabulary, int token);

  int llamaTokenize(
      Pointer vocabulary,
      byte[] text,
      int length,
      int[] tokens,
      int room,
      byte addSpecial,
      byte parseSpecial);

  int llamaTokenToPiece(
      Pointer vocabulary, int token, byte[] piece, int room, int leftStrip, byte special);

  int llamaDecode(Pointer context, BatchStructure batch);

  Pointer llamaGetLogitsIth(Pointer context, int index);

  Pointer llamaGetMemory(Pointer context);

  void llamaMemoryClear(Pointer memory, byte data);

  byte llamaMemorySeqRm(Pointer memory, int sequence, int from, int to);

  void llamaMemorySeqCp(Pointer memory, int source, int target, int from, int to);

  int llamaMemorySeqPosMin(Pointer memory, int sequence);

  int llamaMemorySeqPosMax(Pointer memory, int sequence);

  long llamaStateSeqSaveFile(Pointer context, String path, int sequence, int[] tokens, long count);

  long llamaStateSeqLoadFile(
      Pointer context, String path, int sequence, int[] tokens, long room, long[] count);

  Pointer llamaAdapterLoraInit(Pointer model, String path);

  int llamaSetAdaptersLora(Pointer context, Pointer[] adapters, long count, float[] scales);
}
