package dev.yiben.inference.libllama;

import com.sun.jna.Library;
import com.sun.jna.Pointer;

/** The functions of ggml's registry of backends, in {@code libggml}. */
interface BackendApi extends Library {
  void ggmlBackendLoadAllFromPath(String folder);

  void ggmlBackendLoadAll();

  long ggmlBackendDevCount();

  Pointer ggmlBackendDevGet(long index);
}
