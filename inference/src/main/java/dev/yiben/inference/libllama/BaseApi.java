package dev.yiben.inference.libllama;

import com.sun.jna.Callback;
import com.sun.jna.Library;
import com.sun.jna.Pointer;

/**
 * The functions of {@code libggml-base}: devices, threads, and what happens where nothing can go
 * on.
 */
interface BaseApi extends Library {
  /** {@code ggml_abort_callback_t}: the process ends when it returns. */
  interface AbortCallback extends Callback {
    void abort(Pointer message);
  }

  Pointer ggmlSetAbortCallback(AbortCallback callback);

  String ggmlBackendDevName(Pointer device);

  String ggmlBackendDevDescription(Pointer device);

  int ggmlBackendDevType(Pointer device);

  Pointer ggmlBackendDevBackendReg(Pointer device);

  Pointer ggmlBackendRegGetProcAddress(Pointer backend, String name);

  void ggmlThreadpoolParamsInit(Pointer parameters, int threads);

  void ggmlBackendDevMemory(Pointer device, long[] free, long[] total);
}
